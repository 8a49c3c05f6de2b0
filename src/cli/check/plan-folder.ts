import type { Repository, Tree } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { actions, connectors } from '../../generated/registry.ts';
import type { Plan } from '../../generated/types/plan.ts';
import { actionCatalogue, loadBrand, loadExecution, loadPolicy } from '../../load/index.ts';
import type { LoadedBrand, LoadedExecution } from '../../load/types.ts';
import { planExecution } from '../../plan/index.ts';
import { findExecution } from '../find-execution.ts';
import { compareWithBase } from './compare-with-base.ts';
import { shareListings } from './share-listings.ts';

/** An execution of the work tree with its plan, and what it was made of. */
export interface PlannedFolder {
  readonly plan: Plan;
  readonly brand: LoadedBrand;
  readonly execution: LoadedExecution;
  /** Holds the content. */
  readonly tree: Tree;
}

/** The same plan as `check` makes: content of the work tree, connections and policy of the base. */
export async function planFolder(
  repository: Repository,
  path: string,
  where: { readonly base: string | undefined; readonly cwd: string },
): Promise<Result<PlannedFolder>> {
  const folder = await findExecution(path, { directory: repository.directory, cwd: where.cwd });
  if (!folder.ok) return folder;
  const compared = await compareWithBase(repository, where.base);
  if (!compared.ok) return compared;
  const { base, decidesItself } = compared.value;
  const tree = shareListings(repository.workTree());
  const control = base === null || decidesItself ? tree : repository.at(base);
  return planIn(folder.value, tree, control);
}

async function planIn(folder: string, tree: Tree, control: Tree): Promise<Result<PlannedFolder>> {
  const registry = { connectors, actions };
  const [policy, execution] = await Promise.all([
    loadPolicy(control),
    loadExecution(tree, folder, actionCatalogue(registry)),
  ]);
  if (!policy.ok || !execution.ok) return failure([policy, execution].flatMap((one) => (one.ok ? [] : one.error)));
  const brand = await loadBrand(control, execution.value.manifest.brand);
  if (!brand.ok) return brand;
  const plan = await planExecution(execution.value, brand.value, policy.value.policy.repository, registry);
  return plan.ok ? success({ plan: plan.value, brand: brand.value, execution: execution.value, tree }) : plan;
}
