import { describe, expect, it } from 'vitest';
import { finding } from '../../core/finding.ts';
import { failure, success } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { evaluateApprovals } from '../evaluate-approvals.ts';
import { planForTest } from '../plan-for-test.ts';
import type { ApprovalInput } from '../types.ts';
import { evidenceOfReviews, type ReviewedContent } from './evidence-of-reviews.ts';
import { account, commit, factsForTest, review } from './facts-for-test.ts';
import type { ReviewFacts } from './types.ts';

const digest = `mc1:sha256:${'1'.repeat(64)}`;
const policy: Policy = {
  version: 1,
  repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
  people: {
    ines: { name: 'Ines Roth', emails: ['ines@acme.example'], github: [2] },
    tom: { name: 'Tom Berg', github: [3] },
  },
  groups: { marketing: ['ines'], legal: ['tom'] },
  approvals: { rules: [{ name: 'Brand', count: 1, from: ['marketing'] }] },
};
const rule = (change: object): Partial<Policy> => ({
  approvals: { rules: [{ name: 'Brand', count: 1, from: ['marketing'], ...change }] },
});
const unread = failure([finding('forge/rate-limited', { what: 'the team', until: 'later' })]);

async function judge(
  facts: ReviewFacts,
  change: Partial<Policy> = {},
  { content = {}, ...input }: Partial<ApprovalInput> & { content?: Partial<ReviewedContent> } = {},
) {
  const used = { ...policy, ...change };
  const evidence = await evidenceOfReviews(facts, {
    policy: used,
    defaultBranch: 'main',
    digestAt: () => Promise.resolve(digest),
    ...content,
  });
  const now = new Date('2027-03-02T12:00:00Z');
  return evaluateApprovals({ plan: planForTest({ digest }), policy: used, ...evidence, now, world: 'live', ...input });
}

const codes = ({ findings }: Awaited<ReturnType<typeof judge>>): string[] => findings.map(({ code }) => code);

describe('a change request', () => {
  it('stands although an approval without a time follows: that was never given', async () => {
    const verdict = await judge(
      factsForTest([
        review('tom', 'changes-requested'),
        review('tom', 'approved', { at: null }),
        review('ines', 'approved'),
      ]),
    );
    expect(verdict.approved).toBe(false);
    expect(codes(verdict)).toContain('approval/changes-requested');
    expect(verdict.ignored.map(({ why }) => why)).toEqual(['the review was not submitted. Submit it.']);
  });

  it('stands without a time as well', async () => {
    const facts = factsForTest([review('ines', 'approved'), review('tom', 'changes-requested', { at: null })]);
    expect(codes(await judge(facts))).toContain('approval/changes-requested');
  });

  it('of somebody who may be in a team that cannot be read stops it', async () => {
    const facts = (teams: ReviewFacts['teams']) =>
      factsForTest([review('ines', 'approved'), review('zoe', 'changes-requested')], {
        permissions: new Map([[4, success('read' as const)]]),
        teams,
      });
    const groups = { ...policy.groups, other: ['team:acme/legal'] };
    expect((await judge(facts(new Map([['acme/legal', unread]])), { groups })).approved).toBe(false);
    expect((await judge(facts(new Map([['acme/legal', success([])]])), { groups })).approved).toBe(true);
  });

  it('by the second account of somebody is theirs, and so is its withdrawal', async () => {
    const people = { ...policy.people, tom: { name: 'Tom Berg', github: [3, 33] } };
    const second = account('tom-2', { id: 33 });
    const asked = [review('ines', 'approved'), review('tom', 'changes-requested')];
    const withdrawn = [...asked, review('tom-2', 'approved', { account: second })];
    expect((await judge(factsForTest(asked), { people })).approved).toBe(false);
    expect((await judge(factsForTest(withdrawn), { people })).approved).toBe(true);
  });
});

describe('content', () => {
  it('that went away and came back is approved again: it is the very same content', async () => {
    const at: Record<string, string> = { a: digest, b: 'mc1:sha256:other', c: digest };
    const content = { digestAt: ({ commit: id }: { commit: string }) => Promise.resolve(at[id] ?? null) };
    const approvedAt = (id: string) =>
      judge(factsForTest([review('ines', 'approved', { commit: id })]), {}, { content });
    expect((await approvedAt('a')).approved).toBe(true);
    expect((await approvedAt('b')).approved).toBe(false);
    expect((await approvedAt('gone')).approved).toBe(false);
    expect((await approvedAt('a')).counted[0]?.merge).toBe('a');
  });
});

describe('spend above the limit', () => {
  const plan = planForTest({ digest, steps: [{ spend: { total: { minor: 1_250_000, currency: 'EUR' } } }] });
  const says = (body: string) =>
    judge(
      factsForTest([review('ines', 'approved', { body })]),
      {},
      { plan, ceiling: { minor: 1_000_000, currency: 'EUR' } },
    );

  it('needs the exact sum and by how much it is too high', async () => {
    const verdict = await says('Spend: 12500.00 EUR\nOver by: 2500.00 EUR');
    expect(verdict).toMatchObject({ approved: true, counted: [{ spend: '12500.00 EUR', overage: '2500.00 EUR' }] });
  });

  it.each([
    ['Looks good', /confirmed that amount\.$/],
    ['Spend: 12500.01 EUR\nOver by: 2500.00 EUR', /Ines Roth writes "Spend: 12500.01 EUR", which is not that amount/],
    ['Spend: 12500.00 USD\nOver by: 2500.00 EUR', /not that amount/],
    ['Spend: 12,500.00 EUR\nOver by: 2500.00 EUR', /not that amount/],
    ['Spend: 12500.00 EUR', /does not write "Over by:"/],
    ['Spend: 12500.00 EUR\nOver by: 2500.01 EUR', /"Over by: 2500.01 EUR", which is not how far/],
    ['Over by: 2500.00 EUR', /without "Spend:"/],
    ['Spend: 12500.00 EUR\nSpend: 1.00 EUR\nOver by: 2500.00 EUR', /states "Spend" in several ways/],
  ])('is not confirmed by %j, with the reason and the words to write', async (body, why) => {
    const verdict = await says(body);
    const [found] = verdict.findings;
    expect(verdict.approved).toBe(false);
    expect(found?.message).toMatch(why);
    expect(found?.hint).toContain('"Spend: 12500.00 EUR" and, on a line of its own, "Over by: 2500.00 EUR"');
  });

  it('is never confirmed by an approval that does not count', async () => {
    const body = 'Spend: 12500.00 EUR\nOver by: 2500.00 EUR';
    const facts = factsForTest([review('ines', 'approved'), review('dana', 'approved', { body })]);
    const groups = { ...policy.groups, marketing: ['ines', 'github:1'] };
    const verdict = await judge(facts, { groups }, { plan, ceiling: { minor: 1_000_000, currency: 'EUR' } });
    expect(codes(verdict)).toContain('approval/spend-not-confirmed');
  });
});

describe('a question', () => {
  const asking = rule({ questions: [{ id: 'claim', ask: 'Is it proven?', from: ['legal'] }] });
  const answer = { body: 'Answer claim: yes' };

  it('put to a group of its own is answered by one of them alone, who approves', async () => {
    const byOther = await judge(factsForTest([review('ines', 'approved', answer)]), asking);
    expect(byOther).toMatchObject({ approved: false, missing: [{ whoCan: ['Tom Berg'] }] });
    const both = factsForTest([review('ines', 'approved'), review('tom', 'approved', answer)]);
    expect(await judge(both, asking)).toMatchObject({ approved: true, ignored: [] });
    expect((await judge(factsForTest([review('tom', 'approved', answer)]), asking)).approved).toBe(false);
    const comment = factsForTest([review('ines', 'approved'), review('tom', 'commented', answer)]);
    expect((await judge(comment, asking)).approved).toBe(false);
  });
});

describe('who never counts', () => {
  const anyone: Partial<Policy> = { groups: {}, approvals: { rules: [] } };
  const writes = (id: number) => ({ permissions: new Map([[id, success('write' as const)]]) });

  it('whoever opened it, although others made the commits', async () => {
    const facts = factsForTest([review('dana', 'approved')], { commits: success([commit('tom')]), pushers: null, ...writes(1) }); // prettier-ignore
    expect((await judge(facts, anyone)).ignored[0]?.why).toContain('wrote part of it');
    const other = factsForTest([review('zoe', 'approved')], { commits: success([commit('tom')]), pushers: null, ...writes(4) }); // prettier-ignore
    expect((await judge(other, anyone)).approved).toBe(true);
  });

  it('whoever asked for it, by whichever name', async () => {
    const facts = factsForTest([review('zoe', 'approved')], writes(4));
    for (const proposedBy of ['github:4', 'Zoe', 'Zoe <zoe>'])
      expect((await judge(facts, anyone, { content: { proposedBy } })).approved, proposedBy).toBe(false);
    expect((await judge(facts, anyone, { content: { proposedBy: 'tom@acme.example' } })).approved).toBe(true);
  });

  it('a machine by its login alone, where the forge does not tell', async () => {
    const machine = account('renovate[bot]', { id: 500, kind: 'unknown' });
    const facts = factsForTest([review('x', 'approved', { account: machine })], writes(500));
    expect((await judge(facts, anyone)).ignored[0]?.why).toContain('a machine account');
  });

  it('whoever names the digest of something else where a proof is asked', async () => {
    const change = { approvals: { ...policy.approvals, 'checklist-proof': { critical: 'review' as const } } };
    const body = `Digest: ${digest.replace('1'.repeat(64), '2'.repeat(64))}`;
    const plan = planForTest({ digest, risk: 'critical' });
    const verdict = await judge(factsForTest([review('ines', 'approved', { body })]), change, { plan });
    expect(verdict.ignored[0]?.why).toContain(`Digest: ${digest}`);
  });
});

describe('what fails closed', () => {
  it('a proof by an App, which cannot be verified yet', async () => {
    const change = { approvals: { ...policy.approvals, 'checklist-proof': { high: 'app' as const, app: 1 } } };
    const plan = planForTest({ digest, risk: 'high' });
    const verdict = await judge(factsForTest([review('ines', 'approved')]), change, { plan });
    expect(verdict.ignored[0]?.why).toContain('cannot be verified yet');
  });

  it('a group with a name of JavaScript', async () => {
    const verdict = await judge(factsForTest([review('ines', 'approved')]), rule({ from: ['constructor'] }));
    expect(codes(verdict)).toContain('approval/unknown-group');
  });

  it('a commit that only git shows, of somebody whom nobody knows', async () => {
    const stray = { id: 'x', message: 'Add', author: { name: 'w', email: 'w@x.example' }, committer: { name: 'w', email: 'w@x.example' } }; // prettier-ignore
    const facts = factsForTest([review('tom', 'approved')], { commits: success([commit('dana')]) });
    const plan = planForTest({ digest, risk: 'high' });
    const change = rule({ from: ['legal'] });
    expect((await judge(facts, change, { plan })).approved).toBe(true);
    expect((await judge(facts, change, { plan, content: { brought: [stray] } })).approved).toBe(false);
  });
});
