import type { Tree } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { actions, connectors } from '../../generated/registry.ts';
import type { Plan } from '../../generated/types/plan.ts';
import { actionCatalogue, loadBrand, loadExecution, loadPolicy } from '../../load/index.ts';
import type { LoadedExecution } from '../../load/types.ts';
import { planExecution } from '../../plan/index.ts';

/** An execution with its plan, and where its files are. */
export interface PlannedFolder {
  readonly plan: Plan;
  readonly brandName: string;
  readonly execution: LoadedExecution;
  readonly tree: Tree;
}

/** Plans one folder; everything that stands in the way, at once. */
export async function planFolder(tree: Tree, folder: string): Promise<Result<PlannedFolder>> {
  const registry = { actions, connectors };
  const [execution, policy] = await Promise.all([
    loadExecution(tree, folder, actionCatalogue(registry)),
    loadPolicy(tree),
  ]);
  if (!execution.ok || !policy.ok) return failure([execution, policy].flatMap((one) => (one.ok ? [] : one.error)));
  const brand = await loadBrand(tree, execution.value.manifest.brand);
  if (!brand.ok) return brand;
  const plan = await planExecution(execution.value, brand.value, policy.value.policy.repository, registry);
  if (!plan.ok) return plan;
  const brandName = brand.value.profile.brand_name ?? brand.value.slug;
  return success({ plan: plan.value, brandName, execution: execution.value, tree });
}
