import type { Comment } from '../../../core/forge.ts';
import { integer, part, text, webAddress } from './fields.ts';
import { readAccount } from './read-account.ts';

/** A comment of the conversation. */
export function readComment(value: unknown): Comment | null {
  const id = integer(value, 'id');
  if (id === undefined) return null;
  return {
    id,
    url: webAddress(value, 'html_url'),
    account: readAccount(part(value, 'user')),
    body: text(value, 'body') ?? '',
    createdAt: text(value, 'created_at') ?? '',
  };
}
