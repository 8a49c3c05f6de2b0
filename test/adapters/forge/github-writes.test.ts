import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/forge.ts';
import {
  serveForge,
  type Answer,
  type Received,
  type ServedForge,
} from '../../../src/adapters/forge/serve-for-test.ts';

const tip = '1'.repeat(40);
const made = '2'.repeat(40);
const pull = { number: 5, html_url: 'https://forge.example/5', title: 'x', state: 'open', user: { id: 1, login: 'a' }, base: { ref: 'main', sha: tip, repo: { id: 1 } }, head: { ref: 'fix', sha: made, repo: { id: 1 } } }; // prettier-ignore

const open: ServedForge[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.stop();
});

async function serve(answer: (request: Received, count: number) => Answer | undefined): Promise<ServedForge> {
  const served = await serveForge('github', answer);
  open.push(served);
  return served;
}

const lost: Answer = (response) => response.socket?.resetAndDestroy();
const label = (name: string) => ({ name, color: '0e8a16', description: 'd' });

describe('a check run', () => {
  const annotations = (count: number): Annotation[] => Array.from({ length: count }, (_, at) => ({ path: 'a.md', line: at + 1, level: 'failure', title: 't', message: 'm' })); // prettier-ignore
  const report = (count: number) => ({ commit: tip, name: 'mergecast', conclusion: 'action-required', title: 't', summary: 's', annotations: annotations(count) }) as const; // prettier-ignore

  it.each([
    [0, [0]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('with %i annotations goes out in portions of %j', async (count, portions) => {
    // prettier-ignore
    const { forge, received } = await serve(({ method }) => ({ status: method === 'POST' ? 201 : 200, body: { id: 4, html_url: 'https://forge.example/check' } })); // prettier-ignore
    expect(await forge.reportCheck(report(count))).toEqual({ ok: true, value: { url: 'https://forge.example/check' } });
    const sent = received.map(({ body }) => (body['output'] as { annotations: { start_line: number }[] }).annotations);
    expect(sent.map(({ length }) => length)).toEqual(portions);
    expect(sent.flat().map(({ start_line }) => start_line)).toEqual(annotations(count).map(({ line }) => line));
    expect(received[0]).toMatchObject({ method: 'POST', body: { head_sha: tip, status: 'completed', conclusion: 'action_required' } }); // prettier-ignore
  });
});

describe('labels', () => {
  it('cost nothing where they are right already, whatever their case', async () => {
    const { forge, received } = await serve(() => undefined);
    expect(await forge.setLabels(5, 'mergecast: ', [label('mergecast: ready')], ['bug', 'Mergecast: Ready'])).toEqual({ ok: true, value: undefined }); // prettier-ignore
    expect(received).toEqual([]);
  });

  it('come and go alone, and others stay', async () => {
    const { forge, asked } = await serve(({ method }) => ({ body: method === 'POST' ? [{ name: 'mergecast: ready', color: '0e8a16' }] : [] })); // prettier-ignore
    await forge.setLabels(5, 'mergecast: ', [label('mergecast: ready')], ['bug', 'mergecast: blocked']);
    expect(asked).toEqual(['POST /repos/acme/shop/issues/5/labels', 'DELETE /repos/acme/shop/issues/5/labels/mergecast%3A%20blocked']); // prettier-ignore
  });

  it('that adding made grey get their colour; where adding makes none they are made first', async () => {
    const grey = await serve(({ method }) => ({ body: method === 'POST' ? [{ name: 'mergecast: ready', color: 'ededed' }] : {} })); // prettier-ignore
    await grey.forge.setLabels(5, 'mergecast: ', [label('mergecast: ready')], []);
    expect(grey.received.at(-1)).toMatchObject({ method: 'PATCH', path: '/repos/acme/shop/labels/mergecast%3A%20ready', body: { color: '0e8a16', description: 'd' } }); // prettier-ignore
    let exists = false;
    const strict = await serve(({ path, method }) => {
      if (path.endsWith('/shop/labels') && method === 'POST') exists = true;
      return path.endsWith('5/labels') && !exists ? { status: 422 } : { body: [] };
    });
    expect(await strict.forge.setLabels(5, 'mergecast: ', [label('mergecast: ready')], [])).toMatchObject({ ok: true });
    expect(strict.asked).toHaveLength(3);
  });
});

describe('a pull request', () => {
  const wanted = { title: 'x', body: '', head: 'fix', base: 'main' };

  it('is the open one of the same branch where there is one', async () => {
    const { forge, asked } = await serve(({ method }) => (method === 'POST' ? { status: 422, body: { message: 'Validation Failed' } } : { body: [pull] })); // prettier-ignore
    expect(await forge.createPullRequest(wanted)).toMatchObject({ ok: true, value: { number: 5, isFork: false } });
    expect(asked[1]).toBe('GET /repos/acme/shop/pulls?state=open&head=acme%3Afix&base=main&per_page=100');
  });

  it('is found again after a lost answer, and refused with the reason otherwise', async () => {
    const served = await serve(({ method }) => (method === 'POST' ? lost : { body: [pull] }));
    expect(await served.forge.createPullRequest(wanted)).toMatchObject({ ok: true, value: { number: 5 } });
    expect(served.received).toHaveLength(2);
    const refused = await serve(({ method }) => (method === 'POST' ? { status: 422, body: { message: 'Validation Failed', errors: [{ message: 'No commits between main and fix' }] } } : { body: [] })); // prettier-ignore
    expect(await refused.forge.createPullRequest(wanted)).toMatchObject({ ok: false, error: [{ code: 'forge/refused', message: expect.stringContaining('No commits between') }] }); // prettier-ignore
  });

  it('waits for a branch that was pushed a moment ago, for some seconds only', async () => {
    const unknown = { status: 422, body: { message: 'Validation Failed', errors: [{ resource: 'PullRequest', field: 'head', code: 'invalid' }] } }; // prettier-ignore
    const late = await serve((_, count) => (count < 3 ? unknown : { status: 201, body: pull }));
    expect(await late.forge.createPullRequest(wanted)).toMatchObject({ ok: true, value: { number: 5 } });
    expect(late.waits).toEqual([500, 1000]);
    const never = await serve(({ method }) => (method === 'POST' ? unknown : { body: [] }));
    expect(await never.forge.createPullRequest(wanted)).toMatchObject({
      ok: false,
      error: [{ code: 'forge/refused' }],
    });
    expect(never.asked.filter((line) => line.startsWith('POST'))).toHaveLength(4);
  });

  it('is asked for again when it was merged a moment ago, for some seconds only', async () => {
    const late = await serve((_, count) => (count === 1 ? { status: 422 } : { body: count === 2 ? [] : [pull] }));
    expect(await late.forge.pullRequestsOf(tip, { fresh: true })).toMatchObject({ ok: true, value: [{ number: 5 }] });
    const never = await serve(() => ({ body: [] }));
    expect(await never.forge.pullRequestsOf(tip, { fresh: true })).toEqual({ ok: true, value: [] });
    expect(never.waits.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(4000);
    const once = await serve(() => ({ body: [] }));
    await once.forge.pullRequestsOf(tip);
    expect(once.received).toHaveLength(1);
  });
});

describe('requests for review', () => {
  it('are one where all can be asked, and none for nobody', async () => {
    const { forge, received } = await serve(() => ({ status: 201, body: {} }));
    expect(await forge.requestReviews(5, [])).toEqual({ ok: true, value: [] });
    expect(await forge.requestReviews(5, ['ines', 'team:legal'])).toEqual({ ok: true, value: [] });
    expect(received.map(({ body }) => body)).toEqual([{ reviewers: ['ines'], team_reviewers: ['legal'] }]);
  });

  it('name whoever cannot be asked', async () => {
    const { forge } = await serve(({ body }) => JSON.stringify(body).includes('dana') ? { status: 422, body: { message: 'Review cannot be requested from pull request author.' } } : { status: 201, body: {} }); // prettier-ignore
    expect(await forge.requestReviews(5, ['ines', 'dana'])).toEqual({ ok: true, value: [{ login: 'dana', why: 'Review cannot be requested from pull request author' }] }); // prettier-ignore
  });
});

describe('whose token it is', () => {
  it('costs one request however often it is asked', async () => {
    const { forge, asked } = await serve(() => ({ body: { data: { viewer: { login: 'github-actions[bot]', databaseId: 41_898_282 } } } })); // prettier-ignore
    expect(await forge.whoAmI()).toEqual({ ok: true, value: { id: 41_898_282, login: 'github-actions[bot]', kind: 'bot' } }); // prettier-ignore
    await forge.whoAmI();
    expect(asked).toEqual(['POST /graphql']);
  });

  it('is asked again after a failure, and read again after a 502', async () => {
    const { forge, received } = await serve((_, count) => count === 1 ? { body: { errors: [{ type: 'FORBIDDEN', message: 'no' }] } } : count === 2 ? { status: 502 } : { body: { data: { viewer: { login: 'ines', databaseId: 3 } } } }); // prettier-ignore
    expect(await forge.whoAmI()).toMatchObject({ ok: false, error: [{ code: 'forge/forbidden' }] });
    expect(await forge.whoAmI()).toMatchObject({ ok: true, value: { id: 3, kind: 'person' } });
    expect(received).toHaveLength(3);
  });
});

describe('a commit by the forge', () => {
  const wanted = { branch: 'mergecast/log', expected: tip, message: 'Log x\n\nbody', files: [{ path: 'logs/a.json', text: 'ü' }] }; // prettier-ignore

  it('is made on the expected tip only', async () => {
    const { forge, received } = await serve(() => ({
      body: { data: { createCommitOnBranch: { commit: { oid: made } } } },
    }));
    expect(await forge.commitFiles(wanted)).toEqual({ ok: true, value: made });
    expect(received[0]?.body['variables']).toEqual({ input: { branch: { repositoryNameWithOwner: 'acme/shop', branchName: 'mergecast/log' }, expectedHeadOid: tip, message: { headline: 'Log x', body: 'body' }, fileChanges: { additions: [{ path: 'logs/a.json', contents: 'w7w=' }] } } }); // prettier-ignore
    const stale = await serve(() => ({ body: { data: { createCommitOnBranch: null }, errors: [{ type: 'STALE_DATA', message: 'Expected branch to point to "x" but it did not.' }] } })); // prettier-ignore
    expect(await stale.forge.commitFiles(wanted)).toMatchObject({ ok: false, error: [{ code: 'forge/conflict' }] });
  });

  it.each([
    ['ours', { sha: made, parents: [{ sha: tip }], commit: { message: 'Log x\n\nbody' } }, { ok: true, value: made }],
    ['another', { sha: made, parents: [{ sha: tip }], commit: { message: 'Log y' } }, { ok: false, error: [{ code: 'forge/conflict' }] }], // prettier-ignore
    ['what it was', { sha: tip, parents: [], commit: { message: 'old' } }, { ok: false, error: [{ code: 'forge/unknown-outcome' }] }], // prettier-ignore
  ])('after a lost answer looks whether the tip is %s', async (_, body, expected) => {
    const { forge, received } = await serve(({ method }) => (method === 'POST' ? lost : { body }));
    expect(await forge.commitFiles(wanted)).toMatchObject(expected);
    expect(received.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

describe('an issue', () => {
  it('is found again after a lost answer', async () => {
    const issue = { number: 8, state: 'open', title: 'Direct push', labels: [{ name: 'mergecast: incident' }] };
    const { forge, asked } = await serve(({ method, path }) => (method === 'POST' && path.endsWith('/issues') ? lost : { body: method === 'GET' ? [{ ...issue, pull_request: {} }, issue] : {} })); // prettier-ignore
    expect(await forge.createIssue({ title: 'Direct push', body: 'x', labels: [label('mergecast: incident')] })).toMatchObject({ ok: true, value: { number: 8, account: null } }); // prettier-ignore
    expect(asked.filter((line) => line === 'POST /repos/acme/shop/issues')).toHaveLength(1);
  });
});
