import { finding, type Finding } from '../core/finding.ts';
import { executionIdOf } from '../core/identity.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Tree } from '../core/ports.ts';
import type { Plan } from '../generated/types/plan.ts';
import { findExecutions, loadBrand, loadExecution, loadPolicy } from '../load/index.ts';
import type { LoadedBrand, LoadedExecution, LoadedPolicy } from '../load/types.ts';
import type { Broken, Candidate } from './candidate.ts';
import type { Engine } from './engine.ts';
import { judgeApprovals } from './judge-approvals.ts';
import { readHint } from './read-hint.ts';

/** The default branch at one commit, as far as executing is concerned. */
export interface DefaultBranch {
  readonly tip: string;
  readonly policy: LoadedPolicy;
  readonly folders: readonly string[];
  /** Plans one folder; remembered for this commit. */
  readonly candidate: (folder: string) => Promise<Candidate | Broken>;
  /** What the manifest says of itself at first sight: only a hint, proven by the git tree of the folder. */
  readonly hint: (folder: string) => Promise<{ readonly key: string; readonly folderId: string } | null>;
}

/** Reads the default branch: never HEAD, never the work tree. */
export async function readDefaultBranch(engine: Engine, base: string): Promise<Result<DefaultBranch>> {
  const { commit, name } = await engine.repository.defaultBranch();
  if (commit === null) return failure([finding('git/unknown-reference', { reference: name })]);
  const tree = engine.repository.at(commit);
  const policy = await loadPolicy(tree);
  if (!policy.ok) return policy;
  const brands = new Map<string, Promise<Result<LoadedBrand>>>();
  const known = new Map<string, Promise<Candidate | Broken>>();
  const hints = new Map<string, ReturnType<typeof readHint>>();
  const brand = (slug: string): Promise<Result<LoadedBrand>> => {
    const loading = brands.get(slug) ?? loadBrand(tree, slug);
    brands.set(slug, loading);
    return loading;
  };
  return success({
    tip: commit,
    policy: policy.value,
    folders: await findExecutions(tree),
    candidate: (folder) => {
      const found =
        known.get(folder) ?? readCandidate(engine, { tree, tip: commit, base, policy: policy.value, brand }, folder);
      known.set(folder, found);
      return found;
    },
    hint: (folder) => {
      const found = hints.get(folder) ?? readHint(tree, folder);
      hints.set(folder, found);
      return found;
    },
  });
}

/** The commit of the default branch that is judged, with what was read of it. */
export interface Surroundings {
  readonly tree: Tree;
  readonly tip: string;
  readonly base: string;
  readonly policy: LoadedPolicy;
  readonly brand: (slug: string) => Promise<Result<LoadedBrand>>;
}

async function readCandidate(engine: Engine, around: Surroundings, folder: string): Promise<Candidate | Broken> {
  const loaded = await loadExecution(around.tree, folder, engine.registry.catalogue);
  if (!loaded.ok)
    return {
      folder,
      id: (await readHint(around.tree, folder))?.key.split('.')[0] ?? '',
      findings: loaded.error,
    };
  const execution = loaded.value;
  const broken = (findings: readonly Finding[]): Broken => ({ folder, id: execution.manifest.id, findings });
  const brand = await around.brand(execution.manifest.brand);
  if (!brand.ok) return broken(brand.error);
  const plan = await engine.registry.plan(execution, brand.value);
  if (!plan.ok) return broken(plan.error);
  return candidateOf(engine, around, execution, brand.value, plan.value);
}

async function candidateOf(
  engine: Engine,
  around: Surroundings,
  execution: LoadedExecution,
  brand: LoadedBrand,
  plan: Plan,
): Promise<Candidate> {
  const { id, generation, campaign } = execution.manifest;
  const identity = { repository: engine.repositoryId, id, generation };
  const liveId = executionIdOf('live', identity);
  return {
    folder: execution.folder,
    folderId: (await around.tree.folderId(execution.folder)) ?? '',
    id,
    generation,
    executionId: executionIdOf(engine.world, identity),
    liveId,
    brand: brand.slug,
    ...(campaign && { campaign }),
    plan,
    policy: around.policy.policy,
    policyHash: around.policy.sha256,
    base: around.tip,
    ceiling: brand.ceiling,
    timezone: brand.profile.timezone ?? 'UTC',
    media: execution.media.map((file) => ({ sha256: file.sha256, object: file.object ?? '' })),
    judge: () => judgeApprovals(engine, around, { execution, brand, plan, liveId }),
  };
}
