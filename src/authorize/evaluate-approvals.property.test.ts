import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../generated/types/policy.ts';
import { evaluateApprovals } from './evaluate-approvals.ts';
import { planForTest } from './plan-for-test.ts';
import type { ApprovalInput, CandidateApproval } from './types.ts';

const people = ['ann@a.example', 'ben@a.example', 'cem@a.example', 'dana@a.example', 'eva@a.example'];

const candidate: fc.Arbitrary<CandidateApproval> = fc
  .record({
    who: fc.constantFrom(...people),
    trust: fc.constantFrom('signed', 'signed', 'on-trust', 'unknown-key', 'bad-signature'),
    at: fc.constantFrom('2027-02-28T10:00:00Z', '2027-03-01T10:00:00Z', '2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'),
    digest: fc.constantFrom('mc1:sha256:new', 'mc1:sha256:new', 'mc1:sha256:old'),
    merge: fc.stringMatching(/^[0-9a-f]{40}$/),
    spend: fc.constantFrom(undefined, '12500.00 EUR', '1.00 EUR'),
  })
  .map(({ spend, ...rest }) => ({
    ...rest,
    email: rest.who.toUpperCase(),
    ...(spend === undefined ? {} : { spend }),
  }));

const policy: fc.Arbitrary<Policy> = fc
  .record({
    rules: fc.array(
      fc.record({
        name: fc.constantFrom('A', 'B'),
        count: fc.integer({ min: 1, max: 3 }),
        from: fc.subarray(['x', 'y']),
      }),
      { maxLength: 2 },
    ),
    onTrust: fc.boolean(),
    selfApproval: fc.boolean(),
    x: fc.subarray(people),
    y: fc.subarray(people),
  })
  .map(({ rules, onTrust, selfApproval, x, y }) => ({
    version: 1,
    repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
    groups: { x, y },
    approvals: { rules, 'on-trust': onTrust },
    sandbox: { 'self-approval': selfApproval },
  }));

const input: fc.Arbitrary<ApprovalInput> = fc.record({
  plan: fc
    .record({
      risk: fc.constantFrom('low' as const, 'critical' as const),
      steps: fc.constantFrom([{}], [{ spend: { total: { minor: 1_250_000, currency: 'EUR' } } }]),
    })
    .map(planForTest),
  policy,
  candidates: fc.array(candidate, { maxLength: 8 }),
  authors: fc.subarray(people, { maxLength: 2 }),
  now: fc.constant(new Date('2027-03-01T12:00:00Z')),
  world: fc.constantFrom('live' as const, 'sandbox:x' as const),
  ceiling: fc.constant({ minor: 1_000_000, currency: 'EUR' }),
});

describe('laws of approving', () => {
  it('one more approval never takes an approval away', () => {
    fc.assert(
      fc.property(input, candidate, (given, more) => {
        const before = evaluateApprovals(given).approved;
        const after = evaluateApprovals({ ...given, candidates: [...given.candidates, more] }).approved;
        expect(!before || after).toBe(true);
      }),
    );
  });

  it('one approval less never approves', () => {
    fc.assert(
      fc.property(input, fc.nat(), (given, index) => {
        const fewer = given.candidates.filter((_, at) => at !== index % Math.max(1, given.candidates.length));
        const before = evaluateApprovals(given).approved;
        expect(!evaluateApprovals({ ...given, candidates: fewer }).approved || before).toBe(true);
      }),
    );
  });

  it('an author never counts in the live world', () => {
    fc.assert(
      fc.property(input, (given) => {
        const verdict = evaluateApprovals({ ...given, world: 'live' });
        expect(verdict.counted.filter(({ who }) => given.authors.includes(who))).toEqual([]);
      }),
    );
  });

  it('every approval is either counted or ignored with a reason, and without any nothing is approved', () => {
    fc.assert(
      fc.property(input, (given) => {
        const verdict = evaluateApprovals(given);
        expect(verdict.counted.length + verdict.ignored.length).toBe(given.candidates.length);
        expect(verdict.ignored.every(({ why }) => why.length > 10)).toBe(true);
        expect(verdict.approved && verdict.counted.length === 0).toBe(false);
      }),
    );
  });

  it('the order in which approvals are found decides nothing', () => {
    fc.assert(
      fc.property(input, (given) => {
        const turned = { ...given, candidates: given.candidates.toReversed() };
        expect(evaluateApprovals(turned).approved).toBe(evaluateApprovals(given).approved);
      }),
    );
  });
});
