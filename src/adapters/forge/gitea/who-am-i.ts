import type { Account, Forge } from '../../../core/forge.ts';
import type { Result } from '../../../core/result.ts';
import { readOne } from '../client/read-answers.ts';
import type { ForgeClient } from '../client/types.ts';
import { readAccount } from '../read/read-account.ts';

/** The account of the token. */
export function whoAmIOnGitea(client: ForgeClient): Forge['whoAmI'] {
  let known: Promise<Result<Account>> | undefined;
  return async () => {
    known ??= readOne(client, { route: 'GET /user', what: 'whose token this is', need: 'metadata: read' }, readAccount);
    const answer = await known;
    if (!answer.ok) known = undefined;
    return answer;
  };
}
