import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForge } from '../../src/adapters/forge/index.ts';
import type { Account, Forge, PullRequest } from '../../src/core/forge.ts';
import type { Result } from '../../src/core/result.ts';
import { startGitea, unavailable, type Gitea, type User } from './gitea-server.ts';

const repository = '/repos/acme/marketing';
const prefix = 'mergecast: ';
const label = (name: string) => ({ name: `${prefix}${name}`, color: '0e8a16', description: 'State of an execution' });

describe.skipIf(unavailable !== null)(
  `the port of a forge on a real Gitea${unavailable === null ? '' : ` (${unavailable})`}`,
  () => {
    // prettier-ignore
    let gitea: Gitea;
    let work: string;
    beforeAll(() => {
      gitea = startGitea();
      work = mkdtempSync(join(tmpdir(), 'mergecast-gitea-work-'));
      git('clone', '-q', gitea.cloneAs('author'), '.');
    });
    afterAll(async () => {
      await gitea.stop();
      await rm(work, { recursive: true, force: true });
    });

    const as = (user: User): Forge => openForge({ kind: 'gitea', api: gitea.api, owner: 'acme', name: 'marketing' }, gitea.users[user].token); // prettier-ignore

    function git(...args: string[]): string {
      const isolated = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
      return execFileSync('git', args, { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: isolated }).trim(); // prettier-ignore
    }

    /** Commits a change of a file as somebody and pushes it; gives the commit. */
    function push(branch: string, text: string, user: User = 'author', ...how: string[]): string {
      writeFileSync(join(work, `${branch}.md`), text);
      git('add', '.');
      git('-c', `user.name=${user}`, '-c', `user.email=${user}@example.invalid`, 'commit', '-q', '-m', text, ...how);
      git('push', '-q', '--force', gitea.cloneAs(user), `HEAD:refs/heads/${branch}`);
      return git('rev-parse', 'HEAD');
    }

    async function propose(branch: string): Promise<PullRequest> {
      git('fetch', '-q', 'origin', 'main');
      git('switch', '-q', '-C', branch, 'FETCH_HEAD');
      push(branch, 'one');
      return value(await as('author').createPullRequest({ title: branch, body: 'Please', head: branch, base: 'main' }));
    }

    const review = (user: User, number: number, event: string, commit?: string): Promise<{ id: number }> =>
    gitea.call(user, 'POST', `${repository}/pulls/${number}/reviews`, { event, body: 'so', ...(commit === undefined ? {} : { commit_id: commit }) }); // prettier-ignore

    /** Gitea looks whether a pull request can be merged in the background and says "try again" until then. */
    async function merge(number: number, how: string): Promise<void> {
      for (let attempt = 0; ; attempt += 1) {
        try {
          await gitea.call('root-admin', 'POST', `${repository}/pulls/${number}/merge`, { Do: how });
          return;
        } catch (error) {
          if (attempt === 40 || !String(error).includes('try again')) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    }

    it('knows whose token it is, once', async () => {
      const forge = as('reviewer');
      expect(value(await forge.whoAmI())).toMatchObject({ id: 3, login: 'reviewer' });
      await forge.whoAmI();
      expect(forge.requests).toBe(1);
    });

    it('opens a pull request once, reads it and its commits, oldest first, and who pushed', async () => {
      const pull = await propose('spring');
      const second = push('spring', 'two', 'intern');
      expect(value(await as('author').createPullRequest({ title: 'again', body: '', head: 'spring', base: 'main', labels: [label('follow-up')] }))).toMatchObject({ number: pull.number, title: 'spring', labels: ['mergecast: follow-up'] }); // prettier-ignore
      const read = value(await as('bot').pullRequest(pull.number));
      expect(read).toMatchObject({ number: pull.number, state: 'open', isDraft: false, isFork: false, mergeCommit: null, changedFiles: 1, base: { branch: 'main' }, head: { branch: 'spring', commit: second } }); // prettier-ignore
      expect(read?.author).toMatchObject({ id: 2, login: 'author' });
      expect(read?.url).toBe(`${gitea.url}/acme/marketing/pulls/${pull.number}`);
      const commits = value(await as('bot').commits(pull.number));
      expect(commits.map(({ message, author }) => [message.trim(), author.account?.id])).toEqual([['one', 2], ['two', 4]]); // prettier-ignore
      expect(commits[1]?.parents).toEqual([commits[0]?.id]);
      // Gitea writes activities down a moment later; approvals that a push withdraws as well.
      const pushers = async () => value(await as('bot').pushers('spring')).map(({ login }) => login); // prettier-ignore
      await expect.poll(pushers, { timeout: 10_000 }).toEqual(['intern', 'author']);
      expect(value(await as('bot').openPullRequests()).map(({ number }) => number)).toContain(pull.number);
      expect(value(await as('bot').pullRequest(9999))).toBeNull();
    });

    it('reads reviews: approval, request for changes, dismissal, old commit, withdrawn by a push', async () => {
      const pull = await propose('reviews');
      const first = pull.head.commit;
      value(await as('author').requestReviews(pull.number, ['reviewer']));
      await review('intern', pull.number, 'REQUEST_CHANGES');
      await review('reviewer', pull.number, 'APPROVED');
      await review('bot', pull.number, 'COMMENT');
      expect(value(await as('author').reviews(pull.number)).map(({ account, state, commit }) => [account?.id, state, commit])).toEqual([[4, 'changes-requested', first], [3, 'approved', first], [5, 'commented', first]]); // prettier-ignore
      const second = push('reviews', 'two');
      await expect.poll(async () => value(await as('author').reviews(pull.number))[1], { timeout: 10_000 }).toMatchObject({ state: 'dismissed', dismissed: 'approved', commit: first }); // prettier-ignore
      const { id } = await review('reviewer', pull.number, 'APPROVED', second);
      await gitea.call('root-admin', 'POST', `${repository}/pulls/${pull.number}/reviews/${id}/dismissals`, { message: 'no' }); // prettier-ignore
      await review('reviewer', pull.number, 'APPROVED', first);
      const last = value(await as('author').reviews(pull.number)).slice(-2);
      expect(last).toMatchObject([{ id, state: 'dismissed', dismissed: 'approved', commit: second }, { state: 'approved', commit: first }]); // prettier-ignore
    });

    it.each(['merge', 'squash', 'rebase'])('finds the pull request of the commit that a %s left', async (how) => {
      const pull = await propose(`by-${how}`);
      await review('reviewer', pull.number, 'APPROVED');
      await merge(pull.number, how);
      const merged = value(await as('bot').pullRequest(pull.number));
      expect(merged).toMatchObject({ state: 'merged', mergedBy: { id: 1, login: 'root-admin' }, mergedAt: expect.any(String), isFork: false }); // prettier-ignore
      git('fetch', '-q', 'origin', 'main');
      expect(merged?.mergeCommit).toBe(git('rev-parse', 'FETCH_HEAD'));
      const found = value(await as('bot').pullRequestsOf(merged?.mergeCommit ?? '', { fresh: true }));
      expect(found.map(({ number }) => number)).toEqual([pull.number]);
    });

    it('finds none for a commit that was pushed directly', async () => {
      const forge = as('bot');
      expect(value(await forge.pullRequestsOf(git('rev-list', '--max-parents=0', 'HEAD')))).toEqual([]);
      expect(forge.requests).toBe(1);
    });

    it('reads permissions as an administrator, by number, and says what others lack', async () => {
      const account = (id: number, login: string): Account => ({ id, login, kind: 'unknown' });
      await gitea.call('root-admin', 'PUT', `${repository}/collaborators/intern`, { permission: 'write' });
      expect(value(await as('root-admin').permission(account(1, 'root-admin')))).toBe('admin');
      expect(value(await as('root-admin').permission(account(4, 'intern')))).toBe('write');
      // The name is another's by now: the number decides.
      expect(value(await as('root-admin').permission(account(4, 'root-admin')))).toBe('write');
      expect(value(await as('root-admin').permission(account(444, 'root-admin')))).toBe('none');
      expect(await as('author').permission(account(3, 'reviewer'))).toMatchObject({ ok: false, error: [{ code: 'forge/forbidden', hint: expect.stringContaining('administrator') }] }); // prettier-ignore
      expect(value(await as('author').accountById(3))).toMatchObject({ login: 'reviewer' });
      expect(value(await as('author').accountById(333))).toBeNull();
    });

    it('reads teams for their members, and fails for others and for teams that are not there', async () => {
      expect(value(await as('reviewer').teamMembers('acme/Approvers')).map(({ id }) => id)).toEqual([3]);
      expect(
        value(await as('root-admin').teamMembers('acme/writers'))
          .map(({ id }) => id ?? 0)
          .toSorted((a, b) => a - b),
      ).toEqual([2, 4, 5]);
      expect(await as('author').teamMembers('acme/approvers')).toMatchObject({ ok: false });
      expect(await as('root-admin').teamMembers('acme/nobody')).toMatchObject({ ok: false, error: [{ code: 'forge/not-found' }] }); // prettier-ignore
    });

    it('writes, lists over pages, changes and deletes comments', async () => {
      const { number } = await propose('comments');
      const forge = as('bot');
      const first = value(await forge.createComment(number, '<!-- marker -->\n# Ä 🚲\n'));
      expect(first).toMatchObject({ account: { id: 5, login: 'bot' }, body: expect.stringContaining('# Ä 🚲') });
      for (let at = 0; at < 60; at += 1) await gitea.call('author', 'POST', `${repository}/issues/${number}/comments`, { body: `${at}` }); // prettier-ignore
      const all = value(await forge.comments(number));
      expect(all.map(({ body }) => body.trim()).slice(1)).toEqual(Array.from({ length: 60 }, (_, at) => `${at}`));
      expect(value(await forge.updateComment(first.id, 'new'))).toBe(true);
      expect(value(await forge.comments(number))[0]).toMatchObject({ id: first.id, body: 'new' });
      expect(value(await forge.deleteComment(first.id))).toBe(true);
      expect(value(await forge.deleteComment(first.id))).toBe(false);
      expect(value(await forge.updateComment(first.id, 'x'))).toBe(false);
      expect(value(await forge.createComment(number, 'x'.repeat(forge.limits.comment)))).toMatchObject({ account: { id: 5 } }); // prettier-ignore
    });

    it('reports a check as a status', async () => {
      const { head } = await propose('status');
      const forge = as('bot');
      for (const [conclusion, state] of [
        ['action-required', 'pending'],
        ['failure', 'failure'],
        ['success', 'success'],
      ] as const) {
        // prettier-ignore
        value(await forge.reportCheck({ commit: head.commit, name: 'mergecast', conclusion, title: 'ü'.repeat(forge.limits.statusDescription), summary: '', annotations: [], url: `${gitea.url}/x` })); // prettier-ignore
        const combined = await gitea.call<{ statuses: { status: string; context: string }[] }>('author', 'GET', `${repository}/commits/${head.commit}/status`); // prettier-ignore
        expect(combined.statuses).toMatchObject([{ context: 'mergecast', status: state }]);
      }
    });

    it('keeps the labels of a prefix as they should be, each made once, and others alone', async () => {
      const { number } = await propose('labels');
      const forge = as('bot');
      const now = async (): Promise<readonly string[]> =>
        value(await forge.pullRequest(number))?.labels.toSorted() ?? [];
      const { id } = await gitea.call<{ id: number }>('author', 'POST', `${repository}/labels`, { name: 'bug', color: '#ff0000' }); // prettier-ignore
      await gitea.call('author', 'POST', `${repository}/issues/${number}/labels`, { labels: [id] });
      value(await forge.setLabels(number, prefix, [label('blocked'), label('risk')], ['bug']));
      expect(await now()).toEqual(['bug', 'mergecast: blocked', 'mergecast: risk']);
      value(await forge.setLabels(number, prefix, [label('ready')]));
      expect(await now()).toEqual(['bug', 'mergecast: ready']);
      const before = forge.requests;
      value(await forge.setLabels(number, prefix, [label('ready')], await now()));
      expect(forge.requests - before).toBe(1);
      value(await forge.setLabels(number, prefix, [label('blocked')], ['mergecast: ready']));
      const all = await gitea.call<{ name: string; color: string }[]>('author', 'GET', `${repository}/labels`);
      expect(all.filter(({ name }) => name === 'mergecast: blocked')).toMatchObject([{ color: '0e8a16' }]);
    });

    it('asks people and teams for reviews, and names those whom it cannot ask', async () => {
      const { number } = await propose('requests');
      const forge = as('author');
      expect(value(await forge.requestReviews(number, ['reviewer', 'author', 'nobody', 'team:approvers']))).toMatchObject([{ login: 'author' }, { login: 'nobody', why: expect.stringContaining('not exist') }]); // prettier-ignore
      expect(value(await forge.pullRequest(number))?.requested).toEqual(['reviewer', 'team:approvers']);
      expect(value(await forge.reviews(number))).toEqual([]);
    });

    it('opens, finds, changes and closes issues', async () => {
      const forge = as('bot');
      const made = value(await forge.createIssue({ title: 'Direct push', body: 'x', labels: [label('incident')] }));
      expect(made).toMatchObject({ state: 'open', account: { id: 5 }, labels: ['mergecast: incident'] });
      value(await forge.updateIssue(made.number, { body: 'new' }));
      expect(value(await forge.issues('mergecast: incident'))).toMatchObject([{ number: made.number, body: 'new' }]);
      value(await forge.updateIssue(made.number, { state: 'closed' }));
      expect(value(await forge.issues('mergecast: incident'))).toEqual([]);
      // A pull request with that label is no issue.
      const { number } = await propose('no-issue');
      value(await forge.setLabels(number, prefix, [label('incident')], []));
      expect(value(await forge.issues('mergecast: incident'))).toEqual([]);
    });

    it('makes no commits itself', async () => {
      expect(await as('bot').commitFiles({ branch: 'x', expected: '0', message: 'x', files: [] })).toBeNull();
    });

    it('tells settings to administrators, and to others what they may not see', async () => {
      const { settings } = as('root-admin');
      await gitea.call('root-admin', 'POST', `${repository}/branch_protections`, { rule_name: 'mergecast/**', enable_push: true, enable_push_whitelist: true, push_whitelist_usernames: ['bot'] }); // prettier-ignore
      await gitea.call('root-admin', 'PUT', `${repository}/actions/secrets/SOME_KEY`, { data: 'x' });
      expect(await settings.repository()).toMatchObject({ is: 'known', value: { defaultBranch: 'main', isPrivate: false, archived: false, merges: { merge: true, squash: true, rebase: true } } }); // prettier-ignore
      expect(await settings.rules()).toMatchObject({ is: 'known', value: [{ branches: ['main'], requiresPullRequest: true, approvals: 1, dismissesStale: true, forbidsForcePush: true }, { branches: ['mergecast/**'], requiresPullRequest: false, restrictsUpdates: true, bypass: ['bot'] }] }); // prettier-ignore
      expect(await settings.secrets()).toEqual({ is: 'known', value: ['SOME_KEY'] });
      expect(await settings.deployKeys()).toEqual({ is: 'known', value: [] });
      expect(await settings.writers()).toMatchObject({ is: 'known', value: expect.arrayContaining([expect.objectContaining({ login: 'reviewer' })]) }); // prettier-ignore
      expect(await settings.environments()).toEqual({ is: 'absent' });
      expect(await settings.actions()).toEqual({ is: 'absent' });
      expect(await as('author').settings.rules()).toMatchObject({ is: 'unknown', why: expect.stringContaining('administrator') }); // prettier-ignore
      expect(await as('author').settings.secrets()).toMatchObject({ is: 'unknown' });
    });

    it('lists workflows and when one ran last', async () => {
      const { settings } = as('author');
      expect(await settings.lastRun('.gitea/workflows/x.yml')).toEqual({ is: 'known', value: null });
      expect(await settings.workflows()).toEqual({ is: 'known', value: [] });
    });

    it('says what is wrong with a token, an owner and an address', async () => {
      const open = (api: string, owner: string, token: string | null): Forge => openForge({ kind: 'gitea', api, owner, name: 'marketing' }, token); // prettier-ignore
      expect(await open(gitea.api, 'acme', 'nonsense').comments(1)).toMatchObject({ ok: false, error: [{ code: 'forge/token-refused' }] }); // prettier-ignore
      expect(await open(gitea.api, 'nobody', gitea.users.bot.token).comments(1)).toMatchObject({ ok: false, error: [{ code: 'forge/not-found' }] }); // prettier-ignore
      expect(await open(gitea.url, 'acme', null).comments(1)).toMatchObject({ ok: false });
      expect(await open(gitea.api, 'acme', null).openPullRequests()).toMatchObject({ ok: true });
    });
  },
);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
