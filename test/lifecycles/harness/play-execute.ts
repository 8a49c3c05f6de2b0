import { showRepository, shownUser } from '../../fake-github/show/show-account.ts';
import { expectOutcome, takeView, tellChanges } from './tell-changes.ts';
import { runAction, type Job } from './run-action.ts';
import type { Stage } from './stage.ts';
import type { ExecuteEvent } from './types.ts';

/** The workflow of the default branch runs, once or several times at once. */
export async function playExecute(stage: Stage, wish: ExecuteEvent): Promise<void> {
  const { on = 'push', runs = 1, exit = 0 } = wish;
  const { world } = stage.fake;
  const sha = world.store.resolve(wish.commit === 'before-last' ? 'refs/heads/main~1' : 'refs/heads/main') ?? '';
  const before = takeView(world);
  const token = stage.fake.automaticToken({ contents: 'write', pull_requests: 'write', issues: 'write', checks: 'write', actions: 'read' }); // prettier-ignore
  const job: Job = {
    action: 'execute', event: on, payload: payloadOf(stage, on, sha), ref: 'refs/heads/main', sha, token, env: { GITHUB_REF_NAME: 'main', GITHUB_ACTOR: 'maren' },
    input: { sandbox: stage.sandbox.url, ...wish.input },
  }; // prettier-ignore
  const all = await Promise.all(Array.from({ length: runs }, () => runAction(stage, job)));
  const worst = all.toSorted((one, other) => other.code - one.code)[0];
  if (worst === undefined) return;
  const title = `the executor runs after ${on}${runs > 1 ? `, ${runs} at once` : ''}`;
  tellChanges(stage, before, runs > 1 ? title : `${title}: exit ${worst.code}`, worst);
  const effects = await stage.effects();
  stage.tell(effects.length === 0 ? '  the world saw nothing' : `  the world saw: ${effects.join(', ')}`);
  const stdout = all.map((one) => one.stdout).join('\n');
  const comments = world.comments.map(({ body }) => body);
  const issues = [...world.issues.values()].filter(({ pull, state }) => pull === null && state === 'open');
  const seen = [stdout, ...all.map(({ summary }) => summary), ...comments, ...issues.map(({ title: words, body }) => `${words}\n${body}`)].join('\n'); // prettier-ignore
  const expectsOneOf = runs > 1 && wish.exit === undefined ? { ...wish, exit: worst.code } : { ...wish, exit };
  expectOutcome(stage, expectsOneOf, { code: worst.code, stdout, seen, token, requests: world.requests.length - before.requests }); // prettier-ignore
  if (wish.effects !== undefined && wish.effects.join() !== effects.join()) throw new Error(`effects: ${effects.join(', ') || 'none'}\n${stdout}`); // prettier-ignore
  if (wish['open-issues'] !== undefined && issues.length !== wish['open-issues']) throw new Error(`open issues: ${issues.map(({ title: words }) => words).join(', ') || 'none'}\n${stdout}`); // prettier-ignore
}

function payloadOf(stage: Stage, on: string, after: string): unknown {
  const { world } = stage.fake;
  const repository = showRepository(world);
  const sender = shownUser(world, world.user('maren'));
  if (on === 'schedule') return { schedule: '*/15 * * * *', repository, sender };
  if (on === 'workflow_dispatch') return { inputs: {}, ref: 'refs/heads/main', repository, sender, workflow: '.github/workflows/mergecast-execute.yml' }; // prettier-ignore
  const before = world.store.commit(after)?.parents[0] ?? '0'.repeat(40);
  return {
    ref: 'refs/heads/main',
    before,
    after,
    forced: false,
    repository,
    sender,
    pusher: { name: 'maren' },
    commits: [],
  };
}
