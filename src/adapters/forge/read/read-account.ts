import type { Account } from '../../../core/forge.ts';
import { giteaFacts, githubFacts } from '../facts.ts';
import { integer, text } from './fields.ts';

const deleted: ReadonlySet<number> = new Set([githubFacts.deletedUser.value, giteaFacts.deletedUser.value]);

/** An account in an answer; null where there is none, as for deleted users. */
export function readAccount(value: unknown): Account | null {
  const login = text(value, 'login');
  if (login === undefined || login === '') return null;
  const id = integer(value, 'id') ?? null;
  const email = text(value, 'email');
  return {
    id: id === null || deleted.has(id) ? null : id,
    login,
    kind: kindOf(text(value, 'type'), id),
    ...(email === undefined || email === '' ? {} : { email }),
  };
}

function kindOf(type: string | undefined, id: number | null): Account['kind'] {
  if (type === 'Bot' || (id !== null && id < -1)) return 'bot';
  return type === 'User' ? 'person' : 'unknown';
}
