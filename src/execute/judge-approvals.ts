import { evaluateApprovals, type ApprovalVerdict } from '../authorize/index.ts';
import { digestOfCommit } from '../authorize/reviews/index.ts';
import type { Plan } from '../generated/types/plan.ts';
import type { LoadedBrand, LoadedExecution } from '../load/types.ts';
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
  const sought = { id, folder: execution.folder, brand: brand.slug, tip };
  const found = await engine.approvals.find({
    liveId,
    id,
    tip,
    base,
    folder: execution.folder,
    digest: plan.digest,
    policy,
    digestAt: (reviewed) => digestOfCommit(engine.repository, engine.registry, sought, reviewed),
    ...(proposedBy && { proposedBy }),
  });
  return evaluateApprovals({
    plan,
    policy,
    ...found,
    now: engine.dueNow(),
    clock: engine.clock.now(),
    world: engine.world,
    ceiling: brand.ceiling,
    markets: brand.profile.target_markets ?? [],
  });
}
