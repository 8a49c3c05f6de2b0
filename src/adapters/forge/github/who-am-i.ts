import { finding } from '../../../core/finding.ts';
import type { Account, Forge } from '../../../core/forge.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import type { ForgeClient } from '../client/types.ts';
import { integer, text } from '../read/fields.ts';
import { askGraphql } from './ask-graphql.ts';

const query = 'query { viewer { login databaseId } }';

/** The account of the token. `GET /user` refuses the automatic token of a workflow; the viewer of GraphQL is told to every token. */
export function whoAmIOnGithub(client: ForgeClient, token: string | null): Forge['whoAmI'] {
  let known: Promise<Result<Account>> | undefined;
  return async () => {
    const answer = await (known ??= ask(client, token));
    if (!answer.ok) known = undefined;
    return answer;
  };
}

async function ask(client: ForgeClient, token: string | null): Promise<Result<Account>> {
  const what = 'whose token this is';
  const answer = await askGraphql(client, token, { query, what, need: 'metadata: read', reads: true });
  if (!answer.ok) return answer;
  const login = text(answer.value, 'viewer', 'login');
  const id = integer(answer.value, 'viewer', 'databaseId');
  if (login === undefined || id === undefined)
    return failure([finding('forge/unexpected-answer', { what, why: 'name or number of the account is missing' })]);
  return success({ id, login, kind: login.endsWith('[bot]') ? 'bot' : 'person' });
}
