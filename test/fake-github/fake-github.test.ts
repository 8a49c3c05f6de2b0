import { Octokit } from '@octokit/rest';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openForge } from '../../src/adapters/forge/index.ts';
import { startFakeGithub, type FakeGithub } from './start-fake-github.ts';
import { land } from './routes/pulls.ts';

let github: FakeGithub;
let base: string;

beforeEach(async () => {
  github = await startFakeGithub();
  for (const login of ['dana', 'ines', 'tom']) github.world.addUser(login);
  base = commit('main', null, { 'README.md': 'Hello\n' });
});

afterEach(() => github.stop());

const client = (who: string): Octokit => new Octokit({ baseUrl: github.api, auth: `ghp_${who}`, log: { debug() {}, info() {}, warn() {}, error() {} } }); // prettier-ignore
const place = { owner: 'acme', repo: 'marketing' };
const author = { name: 'Dana', email: 'dana@acme.example' };

/** Commits files on a branch as git would have pushed them. */
function commit(branch: string, on: string | null, files: Record<string, string>): string {
  const { store } = github.world;
  const start = on ?? store.makeCommit('4b825dc642cb6eb9a060e54bf8d69288fbee4904', [], 'Begin', author, author);
  const tree = store.treeWith(start, new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));
  const made = store.makeCommit(tree, [start], `Change ${branch}`, author, author);
  store.updateRef(`refs/heads/${branch}`, made);
  return made;
}

async function open(files: Record<string, string> = { 'post.md': 'Spring\n' }): Promise<number> {
  commit('spring', base, files);
  const { data } = await client('dana').pulls.create({ ...place, title: 'Spring', head: 'spring', base: 'main' });
  return data.number;
}

test('a pull request lives as on GitHub: reviewed, pushed to, merged', async () => {
  const pull_number = await open();
  const reviewed = await client('ines').pulls.createReview({ ...place, pull_number, event: 'APPROVE' });
  const first = reviewed.data.commit_id;
  const second = commit('spring', first, { 'post.md': 'Summer\n' });
  const { data: pull } = await client('tom').pulls.get({ ...place, pull_number });
  expect(pull).toMatchObject({ commits: 2, changed_files: 1, head: { sha: second }, merged: false, merged_by: null });
  expect(github.world.store.resolve(`refs/pull/${pull_number}/head`)).toBe(second);
  const { data: reviews } = await client('tom').pulls.listReviews({ ...place, pull_number });
  expect(reviews).toMatchObject([{ state: 'APPROVED', commit_id: first, user: { login: 'ines', type: 'User' } }]);
  const { data: merged } = await client('tom').pulls.merge({ ...place, pull_number });
  expect(github.world.store.commit('main')).toMatchObject({ sha: merged.sha, parents: [base, second] });
  const { data: found } = await client('tom').repos.listPullRequestsAssociatedWithCommit({ ...place, commit_sha: merged.sha }); // prettier-ignore
  expect(found).toMatchObject([{ number: pull_number, merge_commit_sha: merged.sha }]);
});

test.each(['merge', 'squash', 'rebase', 'queue'] as const)('%s leaves the same tree on main', async (how) => {
  const number = await open();
  commit('main', base, { 'other.md': 'Elsewhere\n' });
  const issue = github.world.pull(number);
  const tip = land(github.world, issue, how === 'queue' ? 'squash' : how, { user: github.world.user('tom').id, title: 'Spring', message: '', queue: how === 'queue' }); // prettier-ignore
  expect(github.world.store.git(['ls-tree', '--name-only', tip ?? ''])).toBe('README.md\nother.md\npost.md');
  expect(issue.pull).toMatchObject({ mergeCommit: tip, landed: [tip] });
  expect(github.world.pushes.at(-1)?.kind).toBe(how === 'queue' ? 'merge_queue_merge' : 'pr_merge');
});

test('authors approve nothing of their own, and workflows nothing at all', async () => {
  const pull_number = await open();
  const own = client('dana').pulls.createReview({ ...place, pull_number, event: 'APPROVE' });
  await expect(own).rejects.toMatchObject({ status: 422 });
  await github.as(github.automaticToken())('POST', `~/pulls/${pull_number}/reviews`, { event: 'APPROVE' }, 422);
});

test('lists come in pages of 30 with links', async () => {
  const pull_number = await open();
  for (let count = 0; count < 31; count += 1)
    await client('ines').pulls.createReview({ ...place, pull_number, event: 'COMMENT', body: String(count) });
  const one = await client('tom').pulls.listReviews({ ...place, pull_number });
  expect(one.data).toHaveLength(30);
  expect(one.headers.link).toContain('rel="next"');
  const all = await client('tom').paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { ...place, pull_number }); // prettier-ignore
  expect(all).toHaveLength(31);
});

test('texts and annotations over the limit are refused', async () => {
  const issue_number = await open();
  const long = (length: number) =>
    client('ines').issues.createComment({ ...place, issue_number, body: 'x'.repeat(length) });
  await long(65_536);
  await expect(long(65_537)).rejects.toMatchObject({ status: 422 });
  const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };
  const run = { name: 'n', head_sha: base, conclusion: 'success' };
  const many = { title: 't', summary: 's', annotations: Array.from({ length: 51 }, () => annotation) };
  const asBot = github.as(github.automaticToken());
  await asBot('POST', '~/check-runs', { ...run, output: many }, 422);
  await asBot('POST', '~/check-runs', { ...run, output: { ...many, annotations: many.annotations.slice(1) } }, 201);
  await github.as('ines')('POST', '~/check-runs', run, 403);
});

test('the token of a fork reads and writes nothing; a stranger sees nothing', async () => {
  const number = await open();
  const asFork = github.as(github.automaticToken({ contents: 'read', pull_requests: 'read' }));
  await asFork('GET', `~/pulls/${number}`, undefined, 200);
  await asFork('POST', `~/issues/${number}/comments`, { body: 'Hello' }, 403);
  await asFork('GET', '/orgs/acme/teams/legal/members', undefined, 403);
  github.world.addUser('stranger', { role: 'none' });
  await github.as('stranger')('GET', `~/pulls/${number}`, undefined, 404);
});

test('faults strike as often as they are told to, and requests are witnessed', async () => {
  const number = await open();
  const forge = openForge({ kind: 'github', api: github.api, owner: 'acme', name: 'marketing' }, 'ghp_tom', { wait: async () => {} }); // prettier-ignore
  await fetch(`${github.api}/_fake/faults`, { method: 'POST', body: JSON.stringify({ path: '/reviews', kind: '500', times: 3 }) }); // prettier-ignore
  expect((await forge.reviews(number)).ok).toBe(false);
  expect((await forge.reviews(number)).ok).toBe(true);
  github.world.faults.push({ path: '/comments', method: 'POST', kind: 'lost-reply', times: 1 });
  await forge.createComment(number, 'Once');
  const { data } = await client('tom').issues.listComments({ ...place, issue_number: number });
  expect(data.map(({ body }) => body)).toEqual(['Once']);
  const seen = (await (await fetch(`${github.api}/_fake/requests`)).json()) as { path: string; fault?: string }[];
  expect(seen.filter(({ fault }) => fault === '500')).toHaveLength(3);
});

test('a commit by the API lands only on the tip that was expected', async () => {
  const forge = openForge({ kind: 'github', api: github.api, owner: 'acme', name: 'marketing' }, 'ghp_tom');
  const wish = { branch: 'main', expected: base, message: 'Log', files: [{ path: 'logs/a.json', text: '{}\n' }] };
  const made = await forge.commitFiles(wish);
  expect(made).toMatchObject({ ok: true, value: github.world.store.resolve('main') });
  expect(await forge.commitFiles(wish)).toMatchObject({ ok: false, error: [{ code: 'forge/conflict' }] });
});

test('pushes by git are noticed, refs are created once', async () => {
  const clone = `${github.folder}-clone`;
  execFileSync('git', ['clone', '-q', github.folder, clone], { stdio: 'ignore' });
  execFileSync('git', ['-C', clone, 'push', '-q', 'origin', 'HEAD:refs/heads/pushed'], { stdio: 'ignore' });
  const { data } = await client('tom').repos.listActivities({ ...place, ref: 'refs/heads/pushed' });
  expect(data).toMatchObject([{ activity_type: 'branch_creation', after: base, actor: { login: 'github-actions[bot]' } }]); // prettier-ignore
  const create = () => client('tom').git.createRef({ ...place, ref: 'refs/heads/lock', sha: base });
  await create();
  await expect(create()).rejects.toMatchObject({ status: 422 });
});
