import { evaluateApprovals, type ApprovalVerdict } from '../authorize/index.ts';
import { blocks } from '../core/finding.ts';
import type { Plan } from '../generated/types/plan.ts';
import type { LoadedBrand, LoadedExecution } from '../load/types.ts';
import { digestAt } from './digest-at.ts';
import type { Surroundings } from './discover.ts';
import type { Engine } from './engine.ts';

/** What is approved or not. */
interface Judged {
  readonly execution: LoadedExecution;
  readonly brand: LoadedBrand;
  readonly plan: Plan;
  readonly liveId: string;
}

/** Asks for the approvals of an execution and judges them under the policy of the default branch. */
export async function judgeApprovals(
  engine: Engine,
  { tip, base, policy: { policy } }: Surroundings,
  { execution, brand, plan, liveId }: Judged,
): Promise<ApprovalVerdict> {
  const { id, 'proposed-by': proposedBy } = execution.manifest;
  const found = await engine.approvals.find({
    liveId,
    id,
    tip,
    base,
    folder: execution.folder,
    digest: plan.digest,
    policy,
    digestAt: (commit) => (commit === tip ? Promise.resolve(plan.digest) : digestAt(engine, commit, execution, brand)),
    ...(proposedBy && { proposedBy }),
  });
  const verdict = evaluateApprovals({
    plan,
    policy,
    ...found,
    now: engine.dueNow(),
    clock: engine.clock.now(),
    world: engine.world,
    ceiling: brand.ceiling,
    markets: brand.profile.target_markets ?? [],
  });
  return withProblems(verdict, found.problems ?? []);
}

/** What stands against every approval is told first; what could not be read is never a yes. */
function withProblems(
  verdict: ApprovalVerdict,
  problems: NonNullable<Awaited<ReturnType<Engine['approvals']['find']>>['problems']>,
): ApprovalVerdict {
  const others = verdict.findings.filter(({ code }) => !problems.some((one) => one.code === code));
  return { ...verdict, approved: verdict.approved && !problems.some(blocks), findings: [...problems, ...others] };
}
