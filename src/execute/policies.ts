import type { Finding } from '../core/finding.ts';
import { success, type Result } from '../core/result.ts';
import type { Repository } from '../core/ports.ts';
import type { Policy } from '../generated/types/policy.ts';
import { loadPolicy } from '../load/index.ts';
import type { LoadedPolicy } from '../load/types.ts';
import type { Engine } from './engine.ts';

const known = new WeakMap<Repository, Map<string, Promise<Result<LoadedPolicy>>>>();

/** The policy at a commit, read once per commit. */
export function policyAt(repository: Repository, commit: string): Promise<Result<LoadedPolicy>> {
  const byCommit = known.get(repository) ?? new Map<string, Promise<Result<LoadedPolicy>>>();
  known.set(repository, byCommit);
  const policy = byCommit.get(commit) ?? loadPolicy(repository.at(commit));
  byCommit.set(commit, policy);
  return policy;
}

/**
 * The policies that bind an execution: the one under which it was approved, and the one of today. What either of them
 * forbids is forbidden. One that cannot be read forbids everything.
 */
export async function policiesFor(engine: Engine, base: string): Promise<Result<Policy[], readonly Finding[]>> {
  const then = await policyAt(engine.repository, base);
  if (!then.ok) return then;
  const now = engine.branch.current?.policy.policy;
  return success(now === undefined ? [then.value.policy] : [then.value.policy, now]);
}
