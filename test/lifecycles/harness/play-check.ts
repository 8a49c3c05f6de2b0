import { mergeCommits } from '../../fake-github/merge-commits.ts';
import { showRepository, shownUser } from '../../fake-github/show/show-account.ts';
import { baseOf, showWholePull } from '../../fake-github/show/show-pull.ts';
import { actionsBot } from '../../fake-github/world.ts';
import { expectOutcome, takeView, tellChanges } from './tell-changes.ts';
import { runAction } from './run-action.ts';
import type { Stage } from './stage.ts';
import type { CheckEvent } from './types.ts';

/** The workflow of a pull request runs. */
export async function playCheck(stage: Stage, wish: CheckEvent): Promise<void> {
  const { pull: number = 1 } = wish;
  const { world } = stage.fake;
  const issue = world.pull(number);
  const { pull } = issue;
  const ref = `refs/pull/${number}/merge`;
  // GitHub starts no workflow of a pull request that conflicts.
  const trial = mergeCommits(world.store, 'merge', { base: baseOf(world, issue), head: pull.head.sha, title: 'Trial', message: '', by: world.user('web-flow') })?.[0]; // prettier-ignore
  if (trial === undefined) throw new Error(`pull request ${number} conflicts: GitHub runs no check`);
  world.store.updateRef(ref, trial);
  const isFork = pull.head.owner !== world.owner;
  const payload = {
    action: 'synchronize', number, pull_request: showWholePull(world, issue), repository: showRepository(world), organization: { login: world.owner },
    sender: shownUser(world, world.users.get(issue.user) ?? world.user('web-flow')),
  }; // prettier-ignore
  const before = takeView(world);
  const token = stage.fake.automaticToken(isFork ? { contents: 'read', pull_requests: 'read', issues: 'read', checks: 'read' } : undefined); // prettier-ignore
  const env = { GITHUB_BASE_REF: pull.base.ref, GITHUB_HEAD_REF: pull.head.ref, GITHUB_REF_NAME: `${number}/merge`, GITHUB_ACTOR: world.users.get(issue.user)?.login ?? 'ghost' }; // prettier-ignore
  const done = await runAction(stage, { action: 'check', event: 'pull_request', payload, ref, sha: trial, token, env, input: wish.input ?? {}, run: wish.run }); // prettier-ignore
  tellChanges(stage, before, `the check of pull request ${number} runs: exit ${done.code}`, done);
  const own = world.comments.filter((one) => one.issue === number && one.user === actionsBot);
  const seen = [...own.map(({ body }) => body), done.summary, done.stdout].join('\n');
  expectOutcome(stage, wish, { ...done, seen, token, requests: world.requests.length - before.requests, usual: 16 });
  const newest = world.checks.findLast(({ sha }) => sha === pull.head.sha);
  const expected = { comments: wish.comments ?? own.length, conclusion: wish.conclusion ?? newest?.conclusion, annotations: wish.annotations ?? newest?.annotations.length }; // prettier-ignore
  const actual = { comments: own.length, conclusion: newest?.conclusion, annotations: newest?.annotations.length };
  if (JSON.stringify(expected) !== JSON.stringify(actual)) throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}\n${done.stdout}`); // prettier-ignore
  const asked = pull.requested.map((id) => world.users.get(id)?.login ?? '').toSorted();
  if (wish.asked !== undefined && wish.asked.toSorted().join() !== asked.join()) throw new Error(`asked: ${asked.join() || 'nobody'}`); // prettier-ignore
}
