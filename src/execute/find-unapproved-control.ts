import type { Finding } from '../core/finding.ts';
import { isControlPlane, isEvidence } from '../core/is-control-plane.ts';
import type { Policy } from '../generated/types/policy.ts';
import type { ControlApprovals, Engine } from './engine.ts';
import { policyAt } from './policies.ts';
import { appendControl } from './set-freeze.ts';

/**
 * Looks at every change of what decides since the commit that is trusted: policy, connections, workflows. It counts only
 * when the owners whom the trusted policy names approved it; until then nothing runs. What they approved becomes the new
 * trusted commit. Plain git has no reviews to ask for: there the trusted commit moves by `unfreeze --genesis` only.
 */
export async function findUnapprovedControl(engine: Engine, base: string, tip: string): Promise<readonly Finding[]> {
  const { controlApprovals } = engine;
  if (controlApprovals === undefined || base === '' || base === tip) return [];
  const policy = await policyAt(engine.repository, base);
  if (!policy.ok) return policy.error;
  const { trusted, problems } = await follow(engine, controlApprovals, policy.value.policy, { base, tip });
  if (trusted === null) return problems;
  const kept = await appendControl(engine, { kind: 'BASE', ...trusted });
  return kept.ok ? problems : [...problems, ...kept.error];
}

interface Followed {
  /** Newest change that its owners approved; null where there is none. */
  readonly trusted: { readonly commit: string; readonly why: string } | null;
  readonly problems: readonly Finding[];
}

/** Follows the default branch from the trusted commit to the first change that nobody who may had approved. */
async function follow(
  engine: Engine,
  approvals: ControlApprovals,
  policy: Policy,
  { base, tip }: { readonly base: string; readonly tip: string },
): Promise<Followed> {
  const owners = policy['control-plane']?.owners ?? [];
  // Whom to ask, nobody has said: then a change of what decides is reviewed as the forge is set up to.
  if (owners.length === 0) return { trusted: null, problems: [] };
  let trusted: Followed['trusted'] = null;
  for (const { commit, paths } of await engine.repository.firstParentChanges(base, tip)) {
    const judges = judgesAmong(paths);
    if (judges.length === 0) continue;
    const answer = await approvals.find({ commit, paths: judges, owners, policy });
    if (!answer.ok) return { trusted, problems: answer.error };
    trusted = { commit, why: `approved by ${answer.value.join(', ')}` };
  }
  return { trusted, problems: [] };
}

/** Evidence that an execution brings along is shown with it and needs its own role: there it is no change of the judge. */
function judgesAmong(paths: readonly string[]): readonly string[] {
  const isWithExecution = paths.some((path) => path.startsWith('executions/'));
  return paths.filter((path) => isControlPlane(path) && !(isWithExecution && isEvidence(path)));
}
