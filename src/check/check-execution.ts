import type { Finding } from '../core/finding.ts';
import { executionIdOf } from '../core/identity.ts';
import { success, type Result } from '../core/result.ts';
import type { LoadedExecution, LoadedPolicy } from '../load/types.ts';
import { loadActions, planExecution } from '../plan/index.ts';
import { describePlan } from './describe-plan.ts';
import { judgePlan } from './judge-plan.ts';
import type { ReadBrands } from './read-brands.ts';
import { scoreContents } from './score-contents.ts';
import { sortFindings } from './sort-findings.ts';
import type { CheckedExecution, CheckInput, GateContext, RanBefore } from './types.ts';

/** What all executions of one check share. */
export interface Surroundings {
  readonly input: CheckInput;
  readonly policy: Result<LoadedPolicy>;
  readonly brands: ReadBrands;
}

const noApprovals = { counted: [], ignored: [], missing: [] };

/** An execution of which nothing but its findings is known; the rest is filled in as far as it is. */
export function unchecked(
  known: Partial<CheckedExecution> & { readonly path: string },
  findings: readonly Finding[],
): CheckedExecution {
  return {
    id: null,
    generation: null,
    executionId: null,
    digest: null,
    risk: null,
    cost: [],
    audience: null,
    reversibility: null,
    scores: [],
    approvals: noApprovals,
    plan: null,
    brand: null,
    passed: 0,
    ...known,
    findings: sortFindings(findings),
  };
}

/** One execution through plan, gates, rules and scores. */
export async function checkExecution(execution: LoadedExecution, around: Surroundings): Promise<CheckedExecution> {
  const { policy } = around;
  const known = identityOf(execution, policy);
  const ran = await lookUp(execution, around);
  if (ran.ok && ran.value?.isSameFolder === true)
    return unchecked({ ...known, digest: ran.value.digest, finished: true }, []);
  const brand = await around.brands.brand(execution.manifest.brand);
  const problems = [execution, ran, brand].flatMap((one) => problemsOf(one));
  if (!brand.ok || !policy.ok) return unchecked(known, problems);
  const subject = { execution, ...brand.value, policy: policy.value, ran: ran.ok ? ran.value : null };
  const seen = await lookInto(subject, around.input, known.executionId ?? '');
  return unchecked({ ...known, ...seen }, [...problems, ...brand.value.problems, ...seen.findings]);
}

/** Scores what people wrote, then judges the plan, as far as there is one. */
async function lookInto(
  subject: Pick<GateContext, 'execution' | 'brand' | 'newEvidence' | 'changedEvidence' | 'policy' | 'ran'>,
  input: CheckInput,
  executionId: string,
): Promise<Partial<CheckedExecution> & { readonly findings: readonly Finding[] }> {
  const { execution, brand, policy } = subject;
  const actions = await loadActions(execution.steps, input.registry);
  const texts = await scoreContents(execution, { actions, policy, brand }, input.registry);
  const plan = await planExecution(execution, brand, policy.policy.repository, input.registry);
  if (!plan.ok) return { brand, scores: texts.scores, findings: [...texts.findings, ...plan.error] };
  const { findings, ...judged } = await judgePlan({ ...subject, actions, plan: plan.value }, input, executionId);
  return {
    brand,
    scores: texts.scores,
    ...describePlan(plan.value),
    ...judged,
    findings: [...texts.findings, ...findings],
  };
}

function problemsOf(one: LoadedExecution | Result<unknown>): readonly Finding[] {
  if ('findings' in one) return one.findings;
  return one.ok ? [] : one.error;
}

function identityOf(execution: LoadedExecution, policy: Result<LoadedPolicy>) {
  const { id, generation, 'proposed-by': proposedBy } = execution.manifest;
  const executionId = policy.ok
    ? executionIdOf('live', { repository: policy.value.policy.repository, id, generation })
    : null;
  return { path: execution.folder, id, generation, executionId, ...(proposedBy === undefined ? {} : { proposedBy }) };
}

async function lookUp(execution: LoadedExecution, { input }: Surroundings): Promise<Result<RanBefore | null>> {
  const { brand, id, generation } = execution.manifest;
  return (await input.memory?.ran({ brand, id, generation, folder: execution.folder })) ?? success(null);
}
