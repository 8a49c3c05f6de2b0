import type { PullCommit } from '../../../core/forge.ts';
import { commitId, items, part, text } from './fields.ts';
import { readAccount } from './read-account.ts';

/** A commit of a pull request with the accounts that the forge found for its addresses. */
export function readPullCommit(value: unknown): PullCommit | null {
  const id = commitId(value, 'sha');
  const message = text(value, 'commit', 'message');
  const parents = (items(value, 'parents') ?? []).flatMap((parent) => commitId(parent, 'sha') ?? []);
  if (id === undefined || message === undefined) return null;
  return { id, parents, author: signatureIn(value, 'author'), committer: signatureIn(value, 'committer'), message };
}

function signatureIn(value: unknown, role: 'author' | 'committer'): PullCommit['author'] {
  return {
    name: text(value, 'commit', role, 'name') ?? '',
    email: text(value, 'commit', role, 'email') ?? '',
    account: readAccount(part(value, role)),
  };
}
