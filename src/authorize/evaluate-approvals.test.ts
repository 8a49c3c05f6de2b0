import { describe, expect, it } from 'vitest';
import type { Policy, Rule } from '../generated/types/policy.ts';
import { evaluateApprovals } from './evaluate-approvals.ts';
import { planForTest } from './plan-for-test.ts';
import type { ApprovalInput, CandidateApproval } from './types.ts';

const now = new Date('2027-03-01T12:00:00Z');

function by(name: string, change: Partial<CandidateApproval> = {}): CandidateApproval {
  return {
    who: `${name}@acme.example`,
    email: `${name}@acme.example`,
    trust: 'signed',
    at: '2027-03-01T10:00:00Z',
    merge: name.padEnd(40, '0'),
    digest: 'mc1:sha256:new',
    ...change,
  };
}

function policyWith(rules: readonly Rule[], rest: Partial<Policy> = {}): Policy {
  return {
    version: 1,
    repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
    groups: { marketing: ['ines@acme.example', 'tom@acme.example'], legal: ['Aylin@Acme.example'] },
    ...rest,
    approvals: { ...rest.approvals, rules: [...rules] },
  };
}

function judge(candidates: readonly CandidateApproval[], change: Partial<ApprovalInput> = {}) {
  return evaluateApprovals({
    plan: planForTest(),
    policy: policyWith([]),
    candidates,
    authors: ['dana@acme.example'],
    now,
    world: 'live',
    ...change,
  });
}

const legal: Rule = { name: 'Legal', count: 1, from: ['legal'] };
const brand: Rule = { name: 'Brand', count: 2, from: ['marketing'] };

describe('an approval is ignored, with its reason', () => {
  it.each<[string, CandidateApproval, Partial<ApprovalInput>, RegExp]>([
    ['author', by('dana'), {}, /wrote part of it\. Someone else/],
    ['author in capitals', by('DANA'), {}, /wrote part of it/],
    ['author behind another principal', by('dk', { identities: ['Dana@acme.example'] }), {}, /wrote part of it/],
    [
      'author on trust in the sandbox without the setting',
      by('dana', { trust: 'on-trust' }),
      { world: 'sandbox:x' },
      /wrote part/,
    ],
    [
      'on trust, live',
      by('ines', { trust: 'on-trust' }),
      {},
      /not signed, so it proves only push access\. Approve with/,
    ],
    [
      'unknown key',
      by('ines', { trust: 'unknown-key', why: 'the branch adds it' }),
      {},
      /key that is not allowed: the branch adds it\. Approve with an allowed key\.$/,
    ],
    [
      'unknown key that another cannot replace',
      by('ines', { trust: 'unknown-key', why: 'it is new', remedy: 'Trust it.' }),
      {},
      /key that is not allowed: it is new\. Trust it\.$/,
    ],
    ['bad signature', by('ines', { trust: 'bad-signature' }), { world: 'sandbox:x' }, /signature is not valid/],
    [
      'void for a reason of its own',
      by('ines', { trust: 'on-trust', why: 'the names differ' }),
      { world: 'sandbox:x' },
      /the names differ/,
    ],
    ['other digest', by('ines', { digest: 'mc1:sha256:old' }), {}, /mc1:sha256:old, now it is mc1:sha256:new/],
    ['superseded', by('ines', { supersededBy: 'mc1:sha256:mid' }), {}, /mc1:sha256:mid/],
    ['181 days old', by('ines', { at: '2026-09-01T11:59:59Z' }), {}, /older than P180D\. Approve again/],
    [
      'older than the policy says',
      by('ines', { at: '2027-02-20T00:00:00Z' }),
      { policy: policyWith([], { approvals: { lifetime: 'P7D' } }) },
      /older than P7D/,
    ],
    ['31 seconds ahead', by('ines', { at: '2027-03-01T12:00:31Z' }), {}, /in the future/],
    ['a time that is none', by('ines', { at: 'soon' }), {}, /time cannot be read/],
    ['outside the groups', by('zoe'), { policy: policyWith([legal]) }, /not in legal\. Someone of that group/],
  ])('%s', (_case, candidate, change, why) => {
    const verdict = judge([candidate], change);
    expect(verdict.approved).toBe(false);
    expect(verdict.counted).toEqual([]);
    expect(verdict.ignored).toEqual([{ who: candidate.who, merge: candidate.merge, why: expect.stringMatching(why) }]);
  });

  it('names the same person once, whatever the spelling', () => {
    const verdict = judge([by('ines'), by('INES', { at: '2027-03-01T11:00:00Z' })], {
      policy: policyWith([brand]),
    });
    expect(verdict.counted).toHaveLength(1);
    expect(verdict.ignored[0]?.why).toMatch(/same person/);
    expect(verdict.approved).toBe(false);
  });

  it('does not let an e-mail that anyone can type join a group', () => {
    const typed = by('zoe', { who: 'aylin@acme.example', identities: ['aylin@acme.example'] });
    expect(judge([typed], { policy: policyWith([legal]) }).approved).toBe(false);
  });
});

describe('an approval counts', () => {
  it.each<[string, CandidateApproval, Partial<ApprovalInput>]>([
    ['signed, by anyone but the author', by('ines'), {}],
    ['29 seconds ahead of the clock', by('ines', { at: '2027-03-01T12:00:29Z' }), {}],
    ['exactly as old as allowed', by('ines', { at: '2026-09-02T12:00:00Z' }), {}],
    [
      'later than a time chosen for a trial',
      by('ines'),
      { now: new Date('2027-02-01T00:00:00Z'), clock: now, world: 'sandbox:x' },
    ],
    ['on trust in the sandbox', by('ines', { trust: 'on-trust' }), { world: 'sandbox:x' }],
    [
      'on trust, live, where the policy says so',
      by('ines', { trust: 'on-trust' }),
      { policy: policyWith([], { approvals: { 'on-trust': true } }) },
    ],
    ['member of the group in another spelling', by('aylin'), { policy: policyWith([legal]) }],
  ])('%s', (_case, candidate, change) => {
    const verdict = judge([candidate], change);
    expect(verdict).toMatchObject({ approved: true, ignored: [], missing: [], findings: [] });
    expect(verdict.counted.map(({ who }) => who)).toEqual([candidate.who]);
  });

  it('own work in the sandbox where the policy allows it, and that is said aloud', () => {
    const own = by('dana', { trust: 'on-trust' });
    const policy = policyWith([], { sandbox: { 'self-approval': true } });
    const verdict = judge([own], { policy, world: 'sandbox:x' });
    expect(verdict.approved).toBe(true);
    expect(verdict.findings).toMatchObject([{ code: 'approval/self-approval', severity: 'warn' }]);
    expect(
      judge([own], {
        policy: policyWith([], { sandbox: { 'self-approval': true }, approvals: { 'on-trust': true } }),
      }).approved,
    ).toBe(false);
  });
});

describe('what is missing', () => {
  it('names the rule and who can meet it: neither authors nor those who have', () => {
    const verdict = judge([by('ines')], {
      policy: policyWith([brand, legal]),
      authors: ['dana@acme.example', 'AYLIN@acme.example'],
    });
    expect(verdict.missing).toEqual([
      { rule: 'Brand', whoCan: ['tom@acme.example'] },
      { rule: 'Legal', whoCan: [] },
    ]);
    expect(verdict.counted[0]?.rules).toEqual(['Brand']);
    expect(verdict.findings.map(({ code }) => code)).toEqual(['approval/missing', 'approval/missing']);
  });

  it('says anyone but the authors where no group is asked', () => {
    expect(judge([]).missing).toEqual([{ rule: 'Review', whoCan: ['anyone except dana@acme.example'] }]);
  });

  it('names a group that does not exist', () => {
    const verdict = judge([by('ines')], {
      policy: policyWith([{ name: 'Money', count: 1, from: ['finance'] }]),
    });
    expect(verdict.findings.map(({ code }) => code)).toContain('approval/unknown-group');
    expect(verdict.approved).toBe(false);
  });
});

describe('spend over the ceiling', () => {
  const spend = (minor: number) => ({ spend: { total: { minor, currency: 'EUR' } } });
  const plan = planForTest({ steps: [spend(1_000_000), spend(250_000)] });
  const ceiling = { minor: 1_000_000, currency: 'EUR' };

  it.each([
    ['EUR 12500.00', true],
    ['12500.00 EUR', true],
    ['EUR 12500', true],
    ['EUR 12500.01', false],
    ['USD 12500.00', false],
    ['12,500 EUR', false],
    [undefined, false],
  ])('stated as %s: approved %s', (stated, approved) => {
    const verdict = judge([by('ines', stated === undefined ? {} : { spend: stated })], { plan, ceiling });
    expect(verdict.approved).toBe(approved);
    const codes = verdict.findings.map((one) => `${one.code}: ${one.message}`);
    if (approved) expect(codes).toEqual([]);
    else
      expect(codes).toEqual([
        expect.stringMatching(
          /spend-not-confirmed: This may spend 12500\.00 EUR, and the brand's limit is 10000\.00 EUR/,
        ),
      ]);
  });

  it('is not asked at the ceiling itself, or where there is none', () => {
    expect(judge([by('ines')], { plan, ceiling: { minor: 1_250_000, currency: 'EUR' } }).approved).toBe(true);
    expect(judge([by('ines')], { plan, ceiling: null }).approved).toBe(true);
  });

  it('is asked where the amount cannot be compared', () => {
    expect(judge([by('ines')], { plan, ceiling: { minor: 10 ** 9, currency: 'USD' } }).approved).toBe(false);
  });

  it('does not take the amount from an approval that does not count', () => {
    const verdict = judge([by('ines'), by('dana', { spend: '12500.00 EUR' })], { plan, ceiling });
    expect(verdict.approved).toBe(false);
  });

  it('takes it from the same person’s second approval', () => {
    const verdict = judge([by('ines', { at: '2027-03-01T11:00:00Z' }), by('ines', { spend: '12500.00 EUR' })], {
      plan,
      ceiling,
    });
    expect(verdict).toMatchObject({ approved: true, counted: [{ spend: '12500.00 EUR' }] });
  });
});
