import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Review } from '../../core/forge.ts';
import { success } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { evaluateApprovals } from '../evaluate-approvals.ts';
import { planForTest } from '../plan-for-test.ts';
import { evidenceOfReviews } from './evidence-of-reviews.ts';
import { commit, factsForTest, review } from './facts-for-test.ts';

const digests: Readonly<Record<string, string>> = { head: 'now', same: 'now', old: 'then' };
const people = ['dana', 'ines', 'tom', 'zoe', 'robot'] as const;
const states = ['approved', 'changes-requested', 'commented', 'dismissed', 'pending'] as const;
const commits = Object.keys(digests);

interface Act {
  readonly who: (typeof people)[number];
  readonly state: (typeof states)[number];
  readonly commit: string;
}

function policyOf(count: number): Policy {
  return {
    version: 1,
    repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
    groups: { marketing: ['github:1', 'github:2', 'github:3', 'github:9'] },
    approvals: { rules: [{ name: 'Brand', count, from: ['marketing'] }] },
  };
}

async function judge(acts: readonly Act[], count: number, coAuthor?: string) {
  const reviews: Review[] = acts.map(({ who, state, commit: at }) => review(who, state, { commit: at }));
  const own = commit('dana');
  const all = coAuthor === undefined ? [own] : [own, commit(coAuthor)];
  const facts = factsForTest(reviews, { commits: success(all), permissions: new Map([[4, success('read' as const)]]) });
  const policy = policyOf(count);
  const evidence = await evidenceOfReviews(facts, {
    policy,
    defaultBranch: 'main',
    digestAt: ({ commit: at }) => Promise.resolve(digests[at] ?? null),
  });
  return evaluateApprovals({
    plan: planForTest({ digest: 'now' }),
    policy,
    ...evidence,
    now: new Date('2027-05-02'),
    world: 'live',
  });
}

/** The rules in another way, from the end: the last word of each person that decides, and nothing else. */
function expected(acts: readonly Act[], count: number, coAuthor?: string): boolean {
  let approvals = 0;
  for (const who of ['dana', 'ines', 'tom', 'zoe', 'robot']) {
    const last = acts.findLast((act) => act.who === who && !['commented', 'pending'].includes(act.state));
    if (last === undefined) continue;
    if (last.state === 'changes-requested' && who !== 'zoe') return false;
    const mayApprove = (who === 'ines' || who === 'tom') && who !== coAuthor;
    if (last.state === 'approved' && mayApprove && last.commit !== 'old') approvals += 1;
  }
  return approvals >= count;
}

const act = fc.record({
  who: fc.constantFrom(...people),
  state: fc.constantFrom(...states),
  commit: fc.constantFrom(...commits),
});

describe('reviewers x commits x states', () => {
  it('agrees with the rules written another way, for every pair of reviews', async () => {
    const single = people.flatMap((who) =>
      states.flatMap((state) => commits.map((at): Act => ({ who, state, commit: at }))),
    );
    for (const one of single)
      for (const two of single)
        expect((await judge([one, two], 1)).approved, JSON.stringify([one, two])).toBe(expected([one, two], 1));
  });

  it('and for longer stories, two people, and co-authors', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 8 }),
        fc.constantFrom(1, 2),
        fc.constantFrom(undefined, 'ines', 'tom'),
        async (acts, count, coAuthor) => {
          expect((await judge(acts, count, coAuthor)).approved).toBe(expected(acts, count, coAuthor));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('laws: an author never counts, every ignored approval has a reason, another order of people changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const verdict = await judge(acts, 1);
        expect(verdict.counted.map(({ email }) => email)).not.toContain('github:1');
        expect(verdict.ignored.every(({ why }) => why.length > 10)).toBe(true);
        const grouped = people.flatMap((who) => acts.filter((one) => one.who === who));
        expect((await judge(grouped, 1)).approved).toBe(verdict.approved);
      }),
      { numRuns: 200 },
    );
  });

  it('law: a machine and a stranger change nothing by approving', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
        const more: Act[] = [...acts, { who: 'zoe', state: 'approved', commit: 'head' }];
        const silent = acts.filter(({ who }) => who !== 'zoe');
        expect((await judge(more, 1)).approved).toBe((await judge(silent, 1)).approved);
      }),
      { numRuns: 100 },
    );
  });
});
