import type { Issue } from '../../../core/forge.ts';
import { integer, items, part, text, textsOf, webAddress } from './fields.ts';
import { readAccount } from './read-account.ts';

/** An issue. */
export function readIssue(value: unknown): Issue | null {
  const number = integer(value, 'number');
  const state = text(value, 'state');
  if (number === undefined || (state !== 'open' && state !== 'closed')) return null;
  return {
    number,
    url: webAddress(value, 'html_url'),
    title: text(value, 'title') ?? '',
    body: text(value, 'body') ?? '',
    state,
    account: readAccount(part(value, 'user')),
    labels: textsOf(items(value, 'labels'), 'name'),
  };
}

/** Lists of issues hold pull requests too. */
export function isPullRequest(value: unknown): boolean {
  const mark = part(value, 'pull_request');
  return mark !== undefined && mark !== null;
}
