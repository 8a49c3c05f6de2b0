import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serveForge, type Answer, type ServedForge } from '../../../src/adapters/forge/serve-for-test.ts';

/** GitHub's own examples of its answers, from its OpenAPI description (npm: @octokit/openapi 23.0.2), without templates of addresses. */
const examples = JSON.parse(readFileSync(join(import.meta.dirname, 'github-examples.json'), 'utf8')) as Record<string, unknown>; // prettier-ignore
const commit = '6dcb09b5b57875f334f61aebed695e2e4193db5e';

const open: ServedForge[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.stop();
});

/** Answers by `METHOD /path` below the repository (`…`), without the query. */
async function serve(answers: Readonly<Record<string, Answer>>): Promise<ServedForge> {
  const served = await serveForge('github', ({ method, path }) => answers[`${method} ${shorten(path)}`]);
  open.push(served);
  return served;
}

function shorten(path: string): string {
  return path.split('?')[0]?.replace('/repos/acme/shop', '…') ?? '';
}

const says = (name: string): Answer => ({ body: examples[name] });

describe('answers as GitHub documents them', () => {
  it('are pull requests', async () => {
    const { forge } = await serve({
      'GET …/pulls/1347': says('pull'),
      [`GET …/commits/${commit}/pulls`]: says('pullsOfCommit'),
    });
    const found = await forge.pullRequest(1347);
    expect(found).toMatchObject({ ok: true, value: { number: 1347, author: { id: 1, login: 'octocat', kind: 'person' }, base: { branch: 'master' }, changedFiles: 5, commits: 3, requested: ['other_user', 'team:justice-league'] } }); // prettier-ignore
    expect(await forge.pullRequestsOf(commit)).toMatchObject({ ok: true, value: [{ number: 1347, changedFiles: null }] }); // prettier-ignore
    expect(await forge.pullRequest(2)).toEqual({ ok: true, value: null });
  });

  it('are commits, reviews, comments and pushers', async () => {
    const { forge } = await serve({
      'GET …/pulls/12/commits': says('commits'),
      'GET …/pulls/12/reviews': says('reviews'),
      'GET …/issues/12/comments': says('comments'),
      'GET …/activity': says('activity'),
    });
    expect(await forge.commits(12)).toMatchObject({ ok: true, value: [{ id: commit, parents: [commit], author: { email: 'support@github.com', account: { id: 1 } } }] }); // prettier-ignore
    expect(await forge.reviews(12)).toMatchObject({ ok: true, value: [{ id: 80, account: { id: 1 }, state: 'approved', commit: 'ecdd80bb57125d7ba9641ffaa4d7d2c19d3f3091', at: '2019-11-17T17:43:43Z' }] }); // prettier-ignore
    expect(await forge.comments(12)).toMatchObject({ ok: true, value: [{ id: 1, account: { id: 1 }, body: 'Me too' }] }); // prettier-ignore
    expect(await forge.pushers('new feature')).toMatchObject({ ok: true, value: [{ id: 1, login: 'octocat' }] });
  });

  it('are people, teams and issues', async () => {
    const { forge } = await serve({
      'GET …/collaborators/octocat/permission': says('permission'),
      'GET /orgs/acme/teams/legal/members': says('members'),
      'GET …/issues': says('issues'),
      'GET /user/1': says('user'),
    });
    expect(await forge.permission({ id: 1, login: 'octocat', kind: 'person' })).toEqual({ ok: true, value: 'admin' });
    expect(await forge.teamMembers('acme/legal')).toMatchObject({ ok: true, value: [{ id: 1 }] });
    expect(await forge.teamMembers('acme/sales')).toMatchObject({ ok: false, error: [{ code: 'forge/not-found' }] });
    expect(await forge.issues('bug')).toEqual({ ok: true, value: [] });
    expect(await forge.accountById(1)).toMatchObject({ ok: true, value: { login: 'octocat' } });
    expect(await forge.accountById(2)).toEqual({ ok: true, value: null });
  });

  it('are settings', async () => {
    const { forge } = await serve({
      'GET …': says('repository'),
      'GET …/rulesets': says('rulesets'),
      'GET …/rulesets/42': says('ruleset'),
      'GET …/rulesets/314': { body: ourRuleset },
      'GET …/branches': { body: [{ name: 'master' }, { name: 'by-ruleset' }] },
      'GET …/branches/master/protection': says('protection'),
      'GET …/environments': says('environments'),
      'GET …/environments/staging/deployment-branch-policies': says('branchPolicies'),
      'GET …/environments/staging/secrets': says('secrets'),
      'GET …/actions/secrets': says('secrets'),
      'GET …/actions/workflows': says('workflows'),
      'GET …/actions/workflows/check.yml/runs': says('runs'),
      'GET …/actions/permissions/workflow': says('token'),
      'GET …/keys': says('keys'),
      'GET …/collaborators': says('members'),
    });
    const { settings } = forge;
    const rules = await settings.rules();
    expect(rules).toMatchObject({ is: 'known', value: [
      { name: 'super cool ruleset', branches: ['main', 'master', '!dev*'], bypass: ['team:234'], requiresPullRequest: false },
      { name: 'ours', branches: ['master', 'mergecast/**'], active: true, approvals: 2, dismissesStale: true, restrictsUpdates: true, forbidsForcePush: true, forbidsDeletion: false, requiredChecks: [{ name: 'mergecast', app: 15368 }], bypass: ['deploy-key', 'role:5'] },
      { name: 'master', requiresCodeOwners: true, requiredChecks: [{ name: 'continuous-integration/travis-ci', app: null }], forbidsForcePush: false, restrictsUpdates: true, bypass: ['user', 'team', 'app'].map((kind) => expect.stringContaining({ user: 'octocat', team: 'team:', app: 'app:' }[kind] ?? '')) },
    ] }); // prettier-ignore
    expect(await settings.repository()).toMatchObject({ is: 'known', value: { defaultBranch: 'master', isPrivate: false, autoMerge: false, merges: { merge: true } } }); // prettier-ignore
    expect(await settings.environments()).toMatchObject({ is: 'known', value: [{ name: 'staging', branches: ['release/*', 'main'], adminsCanBypass: true, secrets: { is: 'known' } }] }); // prettier-ignore
    expect(await settings.secrets()).toEqual({ is: 'known', value: ['GH_TOKEN', 'GIST_ID'] });
    expect(await settings.workflows()).toMatchObject({
      is: 'known',
      value: [{ state: 'active' }, { state: 'active' }],
    });
    expect(await settings.lastRun('.github/workflows/check.yml')).toEqual({ is: 'known', value: '2020-01-22T19:33:08Z' }); // prettier-ignore
    expect(await settings.actions()).toEqual({ is: 'known', value: { defaultToken: 'read', canApprovePullRequests: true } }); // prettier-ignore
    expect(await settings.deployKeys()).toMatchObject({ is: 'known', value: [{ title: 'octocat@octomac', writes: false }] }); // prettier-ignore
    expect(await settings.writers()).toMatchObject({ is: 'known', value: [{ id: 1 }] });
  });

  it('that are refused are unknown settings with their reason', async () => {
    const { settings } = (await serve({ 'GET …/actions/secrets': { status: 403, body: { message: 'Resource not accessible by integration' } } })).forge; // prettier-ignore
    expect(await settings.secrets()).toEqual({ is: 'unknown', why: expect.stringContaining('secrets: read') });
    expect(await settings.rules()).toMatchObject({ is: 'unknown' });
  });
});

const ourRuleset = {
  name: 'ours',
  enforcement: 'active',
  conditions: { ref_name: { include: ['~DEFAULT_BRANCH', 'refs/heads/mergecast/**'], exclude: [] } },
  bypass_actors: [{ actor_type: 'DeployKey', actor_id: null }, { actor_type: 'RepositoryRole', actor_id: 5 }], // prettier-ignore
  rules: [
    { type: 'update' },
    { type: 'non_fast_forward' },
    { type: 'pull_request', parameters: { required_approving_review_count: 2, dismiss_stale_reviews_on_push: true } },
    { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'mergecast', integration_id: 15_368 }] } }, // prettier-ignore
  ],
};
