import { readUser } from '../../adapters/everyday-git/index.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { append, pushChains } from '../../execute/chain-writer.ts';
import type { Engine } from '../../execute/engine.ts';
import { policyAt } from '../../execute/policies.ts';
import { pushFinding } from '../../execute/push-finding.ts';
import type { Decision } from '../../generated/types/decision.ts';
import type { Policy } from '../../generated/types/policy.ts';
import type { Parked } from './find-question.ts';

/** Writes an answer into the journal without a review: in the sandbox only, by somebody who has the role. */
export async function settleAtOnce(
  engine: Engine,
  parked: Parked,
  decision: Decision,
): Promise<Result<null, readonly Finding[]>> {
  if (engine.world === 'live') return failure([finding('execution/not-at-once', {})]);
  const by = await readResolver(engine);
  if (!by.ok) return by;
  const { chain, state, question } = parked;
  const { step, operation, answer, reason, seen, receipt } = decision;
  const what = { step, operation, direction: question.direction, answer, reason, question: question.hash };
  const more = { ...(seen !== undefined && { seen }), ...(receipt && { receipt }) };
  await append(engine, chain, [{ kind: 'RESOLVED', ...what, by: by.value, approvals: [], ...more }], state.epoch);
  const pushed = await pushChains(engine, [chain]);
  if (pushed.is === 'ok') return success(null);
  if (pushed.is === 'lost') return failure([finding('execution/nothing-asked', { id: question.id })]);
  return failure([await pushFinding(engine, pushed)]);
}

/** Whoever runs this, if the policy of the default branch gives them the role. */
async function readResolver(engine: Engine): Promise<Result<string>> {
  const { commit } = await engine.repository.defaultBranch();
  const policy = await policyAt(engine.repository, commit ?? '');
  if (!policy.ok) return policy;
  const { email } = await readUser(engine.repository.directory);
  const groups = policy.value.policy.roles?.['resolve'] ?? [];
  if (hasRole(email, groups, policy.value.policy)) return success(email);
  return failure([finding('execution/no-role', { who: email || 'nobody', role: 'resolve', groups })]);
}

function hasRole(email: string, groups: readonly string[], policy: Policy): boolean {
  const people = groups.flatMap((group) => policy.groups?.[group] ?? []);
  return email !== '' && people.some((one) => one.trim().toLowerCase() === email.toLowerCase());
}
