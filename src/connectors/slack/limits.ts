import type { Limit } from '../../core/contract.ts';

const readOn = '2026-11-23';
const source = 'https://docs.slack.dev/reference/methods/chat.postMessage';

/** Slack cuts off what is longer, without an error. */
export const longestText: Limit = { what: 'The message', maximum: 40_000, counting: 'utf16', source, readOn };

/** What Slack takes. */
export const limits: readonly Limit[] = [longestText];
