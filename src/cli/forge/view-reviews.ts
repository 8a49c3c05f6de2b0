import { evaluateApprovals, personDirectory, type ApprovalInput, type CountedApproval } from '../../authorize/index.ts';
import type { ApprovalsView, JudgedExecution } from '../../check/index.ts';
import type { ApprovalEvidence } from '../../core/approval.ts';
import type { Finding } from '../../core/finding.ts';

/** How approvals of one execution are found, whichever forge tells them. */
export type FindEvidence = (judged: JudgedExecution) => Promise<ApprovalEvidence>;

/** What `missing` of a verdict says already. */
const inMissing: ReadonlySet<string> = new Set([
  'approval/missing',
  'approval/question-open',
  'approval/client-missing',
]);

/** Judges the approvals that a forge knows of, for the live world, as the executor will. */
export function viewReviews(
  find: FindEvidence,
  now: Date,
  onJudged?: (input: ApprovalInput) => void,
): (judged: JudgedExecution) => Promise<ApprovalsView> {
  return async (judged) => {
    const evidence = await find(judged);
    const input = inputOf(judged, evidence, now);
    onJudged?.(input);
    const { counted, ignored, missing, findings } = evaluateApprovals(input);
    const people = personDirectory(judged.policy.policy);
    const spoke = (evidence.spoke ?? []).filter(({ digest }) => digest === judged.plan.digest);
    const hasSpoken = (account: string): boolean =>
      spoke.some((one) => people.key(one.account) === people.key(account));
    const standing = findings.filter(({ code }) => !inMissing.has(code));
    const doubts = standing.filter(({ severity }) => severity === 'warn').map(({ message }) => message);
    return {
      counted: counted.map((one, index) => {
        const said = [...statementsOf(one), ...(index === 0 ? doubts : [])];
        return { who: one.who, trust: one.trust, at: one.at, ...(said.length > 0 && { said }) };
      }),
      ignored: ignored.map(({ who, why }) => ({ who, why })),
      missing: [
        ...standing.filter(({ severity }) => severity !== 'warn').map(asMissing),
        ...missing.map(({ rule, whoCan, accounts = [] }) => ({
          rule,
          whoCan,
          ask: accounts.filter((one) => !hasSpoken(one)),
        })),
      ],
    };
  };
}

/** What the evaluator is asked for the live world. */
function inputOf(judged: JudgedExecution, evidence: ApprovalEvidence, now: Date): ApprovalInput {
  const { plan, policy, brand } = judged;
  const markets = brand.profile.target_markets ?? [];
  return { plan, policy: policy.policy, ...evidence, now, clock: new Date(), ceiling: brand.ceiling, markets, world: 'live' }; // prettier-ignore
}

/** A change request, a sum that nobody has restated, a team that cannot be read: nobody's approval alone mends it. */
function asMissing({ message, hint }: Finding): ApprovalsView['missing'][number] {
  return { rule: message, whoCan: [], hint };
}

/** What the approver wrote is shown as it was understood, so that a slip is seen before it matters. */
function statementsOf({ spend, overage, answers = {}, client }: CountedApproval): readonly string[] {
  return [
    ...(spend === undefined ? [] : [`Spend: ${spend}.`]),
    ...(overage === undefined ? [] : [`Over by: ${overage}.`]),
    ...Object.entries(answers).map(([id, answer]) => `Answer ${id}: ${answer}.`),
    ...(client === undefined ? [] : [`Client: ${client}.`]),
  ];
}
