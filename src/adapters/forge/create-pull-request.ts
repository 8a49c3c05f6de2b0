import { finding } from '../../core/finding.ts';
import type { Forge, PullRequest } from '../../core/forge.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { isUncertain } from './client/create-once.ts';
import { readAll } from './client/read-answers.ts';
import type { ForgeClient, Question, Reply } from './client/types.ts';
import { wordsOfReply } from './client/words-of-reply.ts';
import type { LabelKeeper } from './labels.ts';
import { items, text } from './read/fields.ts';
import { readPullRequest } from './read/read-pull-request.ts';

type Wanted = Parameters<Forge['createPullRequest']>[0];

/** Opens a pull request, or returns the open one of the same branches: after a lost answer that is the one just made. */
export function createPullRequest(
  client: ForgeClient,
  token: string | null,
  keeper: LabelKeeper,
): Forge['createPullRequest'] {
  return async (wanted) => {
    const created = await create(client, token, wanted);
    if (!created.ok || wanted.labels === undefined || wanted.labels.length === 0) return created;
    const missing = wanted.labels.filter(({ name }) => !created.value.labels.includes(name));
    const labelled = missing.length === 0 ? success(undefined) : await keeper.add(created.value.number, missing);
    if (!labelled.ok) return labelled;
    return success({ ...created.value, labels: [...created.value.labels, ...missing.map(({ name }) => name)] });
  };
}

async function create(client: ForgeClient, token: string | null, wanted: Wanted): Promise<Result<PullRequest>> {
  const { title, body, head, base } = wanted;
  const what = `a pull request of ${head}`;
  const question: Question = { route: 'POST /repos/{owner}/{repo}/pulls', parameters: { title, body, head, base }, what, need: 'pull-requests: write', allow: [409, 422] }; // prettier-ignore
  const reply = await askUntilHeadIsKnown(client, question);
  if (!reply.ok && !isUncertain(reply)) return reply;
  if (reply.ok && reply.value.status < 300) {
    const made = readPullRequest(reply.value.data);
    return made === null ? failure([finding('forge/unexpected-answer', { what, why: 'it is no pull request' })]) : success(made); // prettier-ignore
  }
  if (!reply.ok) await client.wait(1000);
  const there = await openOneOf(client, wanted);
  if (!there.ok) return there;
  if (there.value !== undefined) return success(there.value);
  if (!reply.ok) return reply;
  return failure([finding('forge/refused', { what, why: wordsOfReply(reply.value, token) })]);
}

/**
 * A branch that was pushed a moment ago may not be known yet: Gitea then says 404, GitHub that the head is invalid.
 * Nothing was made, so it is safe to ask again.
 */
async function askUntilHeadIsKnown(client: ForgeClient, question: Question): Promise<Result<Reply>> {
  let reply = await client.ask(question);
  for (const pause of [500, 1000, 2000]) {
    if (!isHeadUnknown(reply)) break;
    await client.wait(pause);
    reply = await client.ask(question);
  }
  return reply;
}

function isHeadUnknown(reply: Result<Reply>): boolean {
  if (!reply.ok) return reply.error.every(({ code }) => code === 'forge/not-found');
  const errors = reply.value.status === 422 ? items(reply.value.data, 'errors') : [];
  return errors?.some((error) => text(error, 'field') === 'head' && text(error, 'code') === 'invalid') === true;
}

async function openOneOf(client: ForgeClient, { head, base }: Wanted): Promise<Result<PullRequest | undefined>> {
  // Gitea takes no head here: it answers with all open ones, among which this one is found.
  const filter = client.address.kind === 'github' ? { head: `${client.address.owner}:${head}`, base } : {};
  const found = await readAll(client, { route: 'GET /repos/{owner}/{repo}/pulls', parameters: { state: 'open', ...filter }, what: `the open pull requests of ${head}`, need: 'pull-requests: read' }, readPullRequest); // prettier-ignore
  if (!found.ok) return found;
  return success(found.value.find((pull) => !pull.isFork && pull.head.branch === head && pull.base.branch === base));
}
