import type { CandidateApproval } from '../../core/approval.ts';
import { parseMoney } from '../../core/money.ts';
import type { Case, Expect, Given } from '../../generated/types/policy-test.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { evaluateApprovals } from '../evaluate-approvals.ts';
import { evidenceOfReviews } from '../reviews/evidence-of-reviews.ts';
import { readStatements } from '../reviews/read-statements.ts';
import type { ApprovalVerdict } from '../types.ts';
import { castOf, type Cast } from './cast.ts';
import { defaultBranchOfCase, factsOfCase, timeOf } from './facts-of-case.ts';
import { digestOfCase, planOfCase } from './plan-of-case.ts';

/** What became of one case: every difference from what it expects, in words. */
export interface CaseOutcome {
  readonly name: string;
  readonly differences: readonly string[];
  readonly verdict: ApprovalVerdict;
}

/** Judges a case by a policy, the way a real pull request is judged, and compares. Pure. */
export async function runCase({ name, given, expect }: Case, policy: Policy): Promise<CaseOutcome> {
  const cast = castOf(policy);
  const verdict = await judgeCase(given, policy, cast);
  return { name, differences: differencesOf(verdict, expect, cast, policy), verdict };
}

async function judgeCase(given: Given, policy: Policy, cast: Cast): Promise<ApprovalVerdict> {
  const digests: Readonly<Record<string, string | null>> = {
    this: digestOfCase,
    other: 'mc1:sha256:other',
    gone: null,
  };
  const evidence = await evidenceOfReviews(factsOfCase(given, cast), {
    policy,
    defaultBranch: defaultBranchOfCase,
    digestAt: ({ commit }) => Promise.resolve(digests[commit] ?? null),
    proposedBy: given['proposed-by'],
  });
  const now = new Date(given.now ?? '2027-03-02T12:00:00Z');
  return evaluateApprovals({
    plan: planOfCase(given, policy.repository),
    policy,
    ...evidence,
    candidates: [...evidence.candidates, ...signedIn(given, cast)],
    now,
    world: 'live',
    ceiling: given.ceiling === undefined ? null : parseMoney(given.ceiling),
    markets: given.markets ?? [],
  });
}

/** Approvals by people without an account: signed merges, as `mergecast approve` makes them. */
function signedIn({ reviews = [] }: Given, cast: Cast): readonly CandidateApproval[] {
  return reviews
    .filter(({ by, says = 'approved' }) => cast.account(by) === null && says === 'approved')
    .map((review): CandidateApproval => {
      const { by, of = 'this', body = '' } = review;
      const { spend } = readStatements(body);
      return {
        who: cast.shown(by),
        email: by,
        trust: 'signed',
        at: timeOf(review),
        merge: of,
        digest: of === 'this' ? digestOfCase : '',
        ...(spend !== undefined && { spend }),
      };
    });
}

function differencesOf(verdict: ApprovalVerdict, expect: Expect, cast: Cast, policy: Policy): readonly string[] {
  const counted = verdict.counted.map(({ who }) => who);
  const missing = [...new Set(verdict.missing.map(({ rule }) => rule))];
  return [
    ...(verdict.approved === expect.approved ? [] : [`it is ${verdict.approved ? '' : 'not '}approved${whyNot(verdict)}`]), // prettier-ignore
    ...unlike(
      'count',
      counted,
      expect.counted?.map((name) => cast.shown(name)),
    ),
    ...unlike(
      'are missing',
      missing.map((rule) => ruleName(rule, policy)),
      expect.missing,
    ),
    ...Object.entries(expect.ignored ?? {}).flatMap(([name, words]) => notIgnored(cast.shown(name), words, verdict)),
    ...(expect.findings ?? [])
      .filter((code) => !verdict.findings.some((one) => one.code === code))
      .map((code) => `${code} is not reported; reported: ${list(verdict.findings.map((one) => one.code))}`),
  ];
}

/** What is open of a rule stands behind its name. */
function ruleName(rule: string, { approvals }: Policy): string {
  return approvals?.rules?.find(({ name }) => rule.startsWith(`${name}: `))?.name ?? rule;
}

function whyNot({ approved, findings }: ApprovalVerdict): string {
  const [first] = findings.filter(({ severity }) => severity !== 'warn');
  return approved || first === undefined ? '' : `: ${first.message}`;
}

function unlike(what: string, is: readonly string[], expected: readonly string[] | undefined): readonly string[] {
  if (expected === undefined) return [];
  const [left, right] = [is, expected].map((all) => [...new Set(all)].toSorted());
  if (JSON.stringify(left) === JSON.stringify(right)) return [];
  return [`these ${what}: ${list(is)}; expected: ${list(expected)}`];
}

function notIgnored(who: string, words: string, { ignored }: ApprovalVerdict): readonly string[] {
  const own = ignored.filter((one) => one.who === who);
  if (own.some(({ why }) => why.includes(words))) return [];
  if (own.length === 0) return [`${who} is not ignored`];
  return [`${who} is ignored for another reason: ${own.map(({ why }) => why).join(' ')}`];
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nobody and nothing' : names.join(', ');
}
