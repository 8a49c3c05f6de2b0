import { describe, expect, it } from 'vitest';
import type { Given } from '../../generated/types/policy-test.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { runCase } from './run-case.ts';

const policy: Policy = {
  version: 1,
  repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
  people: {
    ines: { name: 'Ines Roth', emails: ['ines@acme.example'], github: [2, 22], gitea: [5] },
    tom: { name: 'Tom Berg', github: [3] },
  },
  bots: ['github:77'],
  groups: { marketing: ['ines', 'team:acme/brand'], legal: ['tom'] },
  approvals: {
    'checklist-proof': { critical: 'review' },
    rules: [
      { name: 'Brand', count: 1, from: ['marketing'] },
      {
        name: 'Legal: claims',
        when: { markets: ['US'] },
        count: 1,
        from: ['legal'],
        questions: [{ id: 'claim', ask: 'Proven?' }],
      },
      { name: 'Size', when: { 'audience-over': 10_000 }, count: 1, from: ['legal'] },
    ],
  },
};
const by = (name: string, change: object = {}) => ({ by: name, ...change });

/** What a case says that expects `expect`; nothing where it is as expected. */
async function differences(given: Partial<Given>, expectation: object, used = policy): Promise<readonly string[]> {
  const one = {
    name: 'x',
    given: { brand: 'acme', author: 'dana', markets: ['DE'], ...given },
    expect: { approved: true, ...expectation },
  };
  return (await runCase(one, used)).differences;
}

describe('a case of a policy', () => {
  it.each<[string, Partial<Given>, object]>([
    ['a listed approver', { reviews: [by('ines')] }, { counted: ['ines'] }],
    ['their second account', { reviews: [by('github:22')] }, { counted: ['Ines Roth'] }],
    [
      'a veto',
      { reviews: [by('ines'), by('tom', { says: 'changes-requested' })] },
      { approved: false, findings: ['approval/changes-requested'] },
    ],
    [
      'a stranger',
      { reviews: [by('zoe', { permission: 'admin' })] },
      { approved: false, ignored: { zoe: 'not in marketing' } },
    ],
    ['a machine', { reviews: [by('github:77')] }, { approved: false, ignored: { 'github:77': 'machine' } }],
    ['a bot', { reviews: [by('ines', { bot: true })] }, { approved: false, ignored: { ines: 'machine' } }],
    ['a team', { reviews: [by('eve')], teams: { 'acme/brand': ['eve'] } }, { counted: ['eve'] }],
    ['a team that is not told', { reviews: [by('eve')] }, { approved: false, findings: ['approval/team-unreadable'] }],
    [
      'other content',
      { reviews: [by('ines', { of: 'other' })] },
      { approved: false, ignored: { ines: 'other content' } },
    ],
    [
      'a commit that is gone',
      { reviews: [by('ines', { of: 'gone' })] },
      { approved: false, ignored: { ines: 'does not hold' } },
    ],
    [
      'a co-author',
      { commits: [{ by: 'dana', 'co-authors': ['ines'] }], reviews: [by('ines')] },
      { approved: false, ignored: { ines: 'wrote part' } },
    ],
    ['a pusher', { pushers: ['ines'], reviews: [by('ines')] }, { approved: false, ignored: { ines: 'wrote part' } }],
    ['whoever asked', { 'proposed-by': 'ines', reviews: [by('ines')] }, { approved: false }],
    [
      'another base',
      { base: 'release', reviews: [by('ines')] },
      { approved: false, findings: ['approval/other-base'] },
    ],
    [
      'a market',
      { markets: ['US-CA'], reviews: [by('ines'), by('tom')] },
      { approved: false, missing: ['Legal: claims'] },
    ],
    ['an answer', { markets: ['US-CA'], reviews: [by('ines'), by('tom', { body: 'Answer claim: yes' })] }, {}],
    ['a small audience', { audience: 10_000, reviews: [by('ines')] }, { missing: [] }],
    ['a large one', { audience: 10_001, reviews: [by('ines')] }, { approved: false, missing: ['Size'] }],
    [
      'critical risk without a proof',
      { risk: 'critical', reviews: [by('ines'), by('tom')] },
      { approved: false, ignored: { tom: 'Digest:' } },
    ],
    [
      'critical risk with it',
      {
        risk: 'critical',
        audience: 20_000,
        reviews: [by('ines', { body: 'Digest: DIGEST' }), by('tom', { body: 'Digest: DIGEST' })],
      },
      {},
    ],
    [
      'an approval that lapsed',
      { now: '2028-01-01T00:00:00Z', reviews: [by('ines')] },
      { approved: false, ignored: { ines: 'older than' } },
    ],
    ['a dismissed one', { reviews: [by('ines'), by('ines', { says: 'dismissed' })] }, { approved: false, counted: [] }],
  ])('tells %s', async (_case, given, expectation) => {
    expect(await differences(given, expectation)).toEqual([]);
  });

  it('knows people by the accounts of the forge that the policy names', async () => {
    const gitea = { ...policy, forge: 'gitea:https://git.acme.example/acme/marketing' };
    expect(await differences({ reviews: [by('gitea:5')] }, { counted: ['ines'] }, gitea)).toEqual([]);
    expect(await differences({ reviews: [by('tom')] }, { approved: false, ignored: { tom: 'not signed' } }, gitea)).not.toEqual([]); // prettier-ignore
  });

  it('takes approvals by people without an account for signed ones in plain git', async () => {
    const plain = { ...policy, people: { ines: { name: 'Ines Roth', emails: ['ines@acme.example'] } } };
    expect(await differences({ reviews: [by('ines@acme.example')] }, { counted: ['ines'] }, plain)).toEqual([]);
    expect(
      await differences({ author: 'ines@acme.example', reviews: [by('ines')] }, { approved: false }, plain),
    ).toEqual([]);
  });

  it('never agrees by itself: a wrong expectation is told', async () => {
    expect(await differences({ reviews: [] }, {})).toHaveLength(1);
    expect(await differences({ reviews: [by('ines')] }, { approved: false })).toEqual(['it is approved']);
    expect(await differences({ reviews: [by('ines')] }, { counted: [] })).toEqual([
      'these count: Ines Roth; expected: nobody and nothing',
    ]);
  });
});
