import type { Connector } from '../../core/contract.ts';
import { readAccount } from './read-account.ts';

/** Slack's Web API with a bot token. Errors come with HTTP 200; no key makes a repeated message one message. */
export const connector: Connector = {
  id: 'slack',
  title: 'Slack',
  contract: 1,
  docs: 'https://docs.slack.dev/apis/web-api/',
  api: {
    version: 'Web API',
    source: 'https://docs.slack.dev/reference/methods/chat.postMessage',
    readOn: '2026-11-23',
  },
  origin: { fixed: 'https://slack.com' },
  secrets: ['token'],
  settings: {},
  credentials: (_connection, secrets) => ({ authorization: `Bearer ${secrets['token'] ?? ''}` }),
  actions: ['post-message'],
  preflight: readAccount,
};
