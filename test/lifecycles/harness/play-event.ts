import { noticePushes } from '../../fake-github/notice-pushes.ts';
import { land } from '../../fake-github/routes/pulls.ts';
import { caller } from '../../support/sandbox-fixture.ts';
import { commitChange, writeProposal } from './change-files.ts';
import { playCheck } from './play-check.ts';
import { playExecute } from './play-execute.ts';
import { runCommand } from './run-action.ts';
import type { Stage } from './stage.ts';
import type { LifecycleEvent, PersonChange, Propose, Push, ReviewEvent } from './types.ts';

type Player<K extends keyof LifecycleEvent> = (
  stage: Stage,
  event: NonNullable<LifecycleEvent[K]>,
) => Promise<void> | void;

const players: { readonly [K in keyof Required<LifecycleEvent>]: Player<K> } = {
  propose,
  push: (stage, event) => push(stage, event, event.branch ?? 'spring'),
  'direct-push': (stage, event) => push(stage, event, 'main'),
  review,
  dismiss: async (stage, { of, by, pull = 1, says = 'approve' }) => {
    const user = stage.fake.world.user(of).id;
    const found = stage.fake.world
      .pull(pull)
      .pull.reviews.findLast(
        (one) => one.user === user && one.state === (says === 'approve' ? 'APPROVED' : 'CHANGES_REQUESTED'),
      );
    await stage.fake.as(by)('PUT', `~/pulls/${pull}/reviews/${found?.id}/dismissals`, { message: 'Settled' });
    stage.tell(`${by} dismisses the review of ${of}`);
  },
  merge: async (stage, { by = 'maren', pull = 1, how = 'merge' }) => {
    const issue = stage.fake.world.pull(pull);
    if (how === 'queue')
      land(stage.fake.world, issue, 'squash', { user: stage.fake.world.user('github-merge-queue[bot]').id, title: issue.title, message: '', queue: true }); // prettier-ignore
    else if (by === 'github-actions[bot]')
      await stage.fake.as(stage.fake.automaticToken({ contents: 'write', pull_requests: 'write' }))('PUT', `~/pulls/${pull}/merge`, { merge_method: how }); // prettier-ignore
    else await stage.fake.as(by)('PUT', `~/pulls/${pull}/merge`, { merge_method: how });
    stage.tell(`${by} merges pull request ${pull}: ${how}`);
  },
  forged: async (stage, { pull = 1 }) => {
    const sha = stage.fake.world.pull(pull).pull.head.sha;
    const asBot = stage.fake.as(stage.fake.automaticToken({ statuses: 'write', checks: 'write', issues: 'write', pull_requests: 'write' })); // prettier-ignore
    await asBot('POST', `~/statuses/${sha}`, { state: 'success', context: 'mergecast', description: 'Approved' });
    await asBot('POST', '~/check-runs', { name: 'mergecast', head_sha: sha, conclusion: 'success', output: { title: 'Approved', summary: 'Approved by all' } }); // prettier-ignore
    await asBot('POST', `~/issues/${pull}/labels`, { labels: ['mergecast: approved'] });
    await asBot('POST', `~/issues/${pull}/comments`, { body: '<!-- mergecast v1 g9 -->\n### Approved' });
    stage.tell('a workflow on a branch writes status, check run, label and comment that look like ours');
  },
  close: async (stage, { pull }) => {
    await stage.fake.as('dana')('PATCH', `~/pulls/${pull}`, { state: 'closed' });
    stage.tell(`pull request ${pull} is closed`);
  },
  retarget: async (stage, { base, pull = 1 }) => {
    if (stage.fake.world.store.resolve(`refs/heads/${base}`) === null) stage.git('maren', 'push', '-q', 'origin', `origin/main:refs/heads/${base}`); // prettier-ignore
    await stage.fake.as('dana')('PATCH', `~/pulls/${pull}`, { base });
    stage.tell(`pull request ${pull} now goes to ${base}`);
  },
  comment: async (stage, { by, body, pull = 1 }) => {
    await stage.fake.as(by)('POST', `~/issues/${pull}/comments`, { body });
    stage.tell(`${by} comments`);
  },
  'delete-comments': (stage) => {
    stage.fake.world.comments = [];
    stage.tell('somebody deletes all comments');
  },
  person,
  fault: (stage, fault) => {
    stage.fake.world.faults.push({ ...fault, times: fault.times ?? 1 });
    stage.tell(`the forge will answer ${fault.kind} to ${fault.method ?? 'requests'} ${fault.path}`);
  },
  'sandbox-fault': async (stage, fault) => {
    await caller(stage.sandbox.url).fault({ times: 1, ...fault });
    stage.tell(`${fault.platform} ${fault.operation} will fail: ${fault.kind}`);
  },
  'list-size': async (stage, { list, count }) => {
    await caller(stage.sandbox.url).call('POST', '/_sandbox/sendgrid/lists', { id: list, count });
    stage.tell(`${count} people are on the list ${list}`);
  },
  command: async (stage, { words, exit = 0 }) => {
    const done = await runCommand(
      stage,
      words.map((word) => word.replace('SANDBOX', stage.sandbox.url)),
    );
    if (done.code !== exit) throw new Error(`mergecast ${words.join(' ')} ended with ${done.code}:\n${done.stdout}`);
    stage.tell(`somebody runs mergecast ${words.join(' ')}`);
  },
  check: playCheck,
  execute: playExecute,
};

/** Lets one event happen. */
export async function playEvent(stage: Stage, event: LifecycleEvent): Promise<void> {
  const [name, ...others] = Object.keys(event) as (keyof LifecycleEvent)[];
  if (name === undefined || others.length > 0 || !(name in players))
    throw new Error(`no event: ${JSON.stringify(event)}`);
  await (players[name] as (stage: Stage, event: unknown) => Promise<void> | void)(stage, event[name] ?? {});
}

async function propose(stage: Stage, wish: Propose): Promise<void> {
  const {
    by = wish.fork === true ? 'stranger' : 'dana',
    branch = 'spring',
    base = 'main',
    title = 'Spring is here',
  } = wish;
  stage.fetch(by);
  stage.git(by, 'checkout', '-q', '--no-track', '-B', branch, `origin/${base}`);
  writeProposal(stage, wish);
  commitChange(stage, by, wish.folder ?? 'spring', { message: title, ...wish });
  const owner = wish.fork === true ? by : stage.fake.world.owner;
  if (wish.fork === true) {
    const sha = stage.git(by, 'rev-parse', 'HEAD');
    stage.git(by, 'push', '-q', 'origin', `HEAD:refs/forks/${by}/${branch}`);
    stage.fake.world.forks.set(`${by}:${branch}`, sha);
  } else stage.push(by, branch, '--force');
  const opened = await stage.fake.as(wish.opens ?? by)('POST', '~/pulls', { title, head: `${owner}:${branch}`, base });
  stage.tell(`${wish.opens ?? by} opens pull request ${String(opened['number'])}: ${title}`);
}

function push(stage: Stage, wish: Push, branch: string): void {
  const { by = 'dana', folder = 'spring' } = wish;
  stage.fetch(by);
  stage.git(by, 'checkout', '-q', '--no-track', '-B', branch, `origin/${branch}`);
  if (wish.undo === true) stage.git(by, 'reset', '-q', '--hard', 'HEAD~1');
  if (wish.merge !== undefined)
    stage.git(by, 'merge', '-q', '--no-ff', '-m', `Merge ${wish.merge}`, `origin/${wish.merge}`);
  if (wish.what !== undefined) writeProposal(stage, { what: wish.what, folder });
  if (wish.what || wish.files || wish.change || wish.delete || wish.rename) commitChange(stage, by, folder, wish);
  stage.push(by, branch, ...(wish.undo === true ? ['--force'] : []));
  stage.tell(`${by} pushes to ${branch}`);
}

const verdicts = { approve: 'APPROVE', 'request-changes': 'REQUEST_CHANGES', comment: 'COMMENT', 'nothing-yet': undefined } as const; // prettier-ignore

async function review(
  stage: Stage,
  { by, pull = 1, says = 'approve', body, times = 1, days = 0 }: ReviewEvent,
): Promise<void> {
  // prettier-ignore
  const words = body ?? (says === 'approve' ? '' : 'Please look again.');
  stage.fake.world.offset = -days * 86_400_000;
  await stage.fake.as(by)('POST', `~/pulls/${pull}/reviews`, { event: verdicts[says], body: words });
  const { reviews } = stage.fake.world.pull(pull).pull;
  const first = reviews.at(-1);
  for (let count = 1; count < times && first !== undefined; count += 1)
    reviews.push({ ...first, id: stage.fake.world.nextId() });
  stage.fake.world.offset = 0;
  stage.tell(`${by} reviews pull request ${pull}: ${says}${times > 1 ? `, ${times} times` : ''}${words === '' ? '' : ` "${words.replaceAll('\n', ' ')}"`}`); // prettier-ignore
}

function person(stage: Stage, { login, role, rename, gone, id, bot, email }: PersonChange): void {
  const { world } = stage.fake;
  if (id !== undefined) world.addUser(login, { id, role: role ?? 'write', ...(bot === true && { type: 'Bot' }) });
  const user = world.user(login);
  if (role !== undefined) user.role = role;
  if (email !== undefined) user.email = email;
  if (rename !== undefined) {
    user.login = rename;
    world.tokens.set(`ghp_${rename}`, { value: `ghp_${rename}`, user: user.id, kind: 'personal', permissions: {} });
  }
  if (gone === true) user.isDeleted = true;
  const what = [id !== undefined && 'appears', role && `has the role ${role}`, rename && `is now called ${rename}`, gone && 'deletes the account'].filter(Boolean); // prettier-ignore
  stage.tell(`${login} ${what.join(' and ')}`);
  noticePushes(world);
}
