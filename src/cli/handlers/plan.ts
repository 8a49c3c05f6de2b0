import { openRepository } from '../../adapters/git/open-repository.ts';
import type { Repository } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';
import { actions, connectors } from '../../generated/registry.ts';
import type { Plan } from '../../generated/types/plan.ts';
import { actionCatalogue, loadBrand, loadExecution, loadPolicy } from '../../load/index.ts';
import { planExecution } from '../../plan/index.ts';
import { renderPlan } from '../../report/render-plan.ts';
import { compareWithBase } from '../check/compare-with-base.ts';
import { shareListings } from '../check/share-listings.ts';
import { findExecution } from '../find-execution.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly base?: string;
}

/** Plans one execution of the work tree and shows the plan. */
export async function handle(path: string, raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, options.format, repository.error);
  try {
    const plan = await read(repository.value, path, options.base, io.cwd);
    if (!plan.ok) return printFailure(io, options.format, plan.error);
    if (options.format === 'json') printJson(io, plan.value);
    else io.stdout(renderPlan(plan.value));
    return 0;
  } finally {
    await repository.value.close();
  }
}

/** The same plan as `check` makes: content of the work tree, connections and policy of the base. */
async function read(
  repository: Repository,
  path: string,
  asked: string | undefined,
  cwd: string,
): Promise<Result<Plan>> {
  const registry = { connectors, actions };
  const folder = await findExecution(path, { directory: repository.directory, cwd });
  if (!folder.ok) return folder;
  const compared = await compareWithBase(repository, asked);
  if (!compared.ok) return compared;
  const { base, decidesItself } = compared.value;
  const tree = shareListings(repository.workTree());
  const control = base === null || decidesItself ? tree : repository.at(base);
  const [policy, execution] = await Promise.all([
    loadPolicy(control),
    loadExecution(tree, folder.value, actionCatalogue(registry)),
  ]);
  if (!policy.ok) return policy;
  if (!execution.ok) return execution;
  const brand = await loadBrand(control, execution.value.manifest.brand);
  if (!brand.ok) return brand;
  const plan = await planExecution(execution.value, brand.value, policy.value.policy.repository, registry);
  return plan.ok ? success(plan.value) : plan;
}
