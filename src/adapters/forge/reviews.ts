import type { Forge, NotAsked } from '../../core/forge.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readAll } from './client/read-answers.ts';
import type { ForgeClient } from './client/types.ts';
import { wordsOfReply } from './client/words-of-reply.ts';
import { isReviewRequest, readReview } from './read/read-review.ts';

/** Reviews, and asking for them. */
export function reviews(client: ForgeClient, token: string | null): Pick<Forge, 'reviews' | 'requestReviews'> {
  return {
    reviews: async (number) => {
      const question = { route: 'GET /repos/{owner}/{repo}/pulls/{number}/reviews', parameters: { number }, what: `the reviews of pull request ${number}`, need: 'pull-requests: read' } as const; // prettier-ignore
      const found = await readAll(client, question, readReview, { skip: isReviewRequest });
      return found.ok ? success(found.value.toSorted((a, b) => a.id - b.id)) : found;
    },
    requestReviews: async (number, logins) => {
      if (logins.length === 0) return success([]);
      const together = await requestReview(client, token, number, logins);
      if (!together.ok || together.value === null) return together.ok ? success([]) : together;
      if (logins.length === 1) return success(logins.map((login) => ({ login, why: together.value ?? '' })));
      return oneByOne(client, token, number, logins);
    },
  };
}

/** One person who cannot be asked makes the forge refuse all of them. */
async function oneByOne(
  client: ForgeClient,
  token: string | null,
  number: number,
  logins: readonly string[],
): Promise<Result<readonly NotAsked[]>> {
  const notAsked: NotAsked[] = [];
  for (const login of logins) {
    const refused = await requestReview(client, token, number, [login]);
    if (!refused.ok) return failure(refused.error);
    if (refused.value !== null) notAsked.push({ login, why: refused.value });
  }
  return success(notAsked);
}

/** Null where all were asked, else the forge's reason. */
async function requestReview(
  client: ForgeClient,
  token: string | null,
  number: number,
  logins: readonly string[],
): Promise<Result<string | null>> {
  const teams = logins.filter((login) => login.startsWith('team:')).map((login) => login.slice('team:'.length));
  const people = logins.filter((login) => !login.startsWith('team:'));
  const reply = await client.ask({
    route: 'POST /repos/{owner}/{repo}/pulls/{number}/requested_reviewers',
    parameters: { number, reviewers: people, team_reviewers: teams },
    what: `requests for review of pull request ${number}`,
    need: 'pull-requests: write',
    allow: [404, 422],
  });
  if (!reply.ok) return reply;
  return success(reply.value.status < 300 ? null : wordsOfReply(reply.value, token));
}
