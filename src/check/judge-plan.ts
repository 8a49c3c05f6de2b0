import type { Finding } from '../core/finding.ts';
import type { Money } from '../core/money.ts';
import { success } from '../core/result.ts';
import { checkRules } from './check-rules.ts';
import { gates } from './gates/index.ts';
import type { ApprovalsView, CheckInput, GateContext } from './types.ts';

/** What gates, rules and approvers say about a plan. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly approvals: ApprovalsView;
  /** Gates and rules that found nothing. */
  readonly passed: number;
  /** Absent where it could not be read. */
  readonly reserved?: readonly Money[];
}

/** Leads a plan through every gate and rule. */
export async function judgePlan(
  subject: Omit<GateContext, 'now' | 'isChanged' | 'reserved'>,
  input: CheckInput,
  executionId: string,
): Promise<Judged> {
  const { plan, execution } = subject;
  const reserved = (await input.memory?.reserved(plan, executionId)) ?? success([]);
  const context: GateContext = {
    ...subject,
    now: input.now,
    isChanged: input.isChanged?.(execution.folder) ?? true,
    reserved: reserved.ok ? reserved.value : [],
  };
  const answers = await Promise.all(gates.map(async (gate) => gate(context)));
  const rules = await checkRules(context, input.registry.rules);
  return {
    findings: [...answers.flat(), ...rules.findings, ...(reserved.ok ? [] : reserved.error)],
    approvals: await approvalsOf(subject, input, executionId),
    ...(reserved.ok && { reserved: reserved.value }),
    passed: answers.filter((findings) => findings.length === 0).length + rules.passed,
  };
}

async function approvalsOf(
  { plan, brand, policy, execution }: Pick<GateContext, 'plan' | 'brand' | 'policy' | 'execution'>,
  input: CheckInput,
  executionId: string,
): Promise<ApprovalsView> {
  const proposedBy = execution.manifest['proposed-by'];
  const judged = { plan, executionId, brand, policy, ...(proposedBy === undefined ? {} : { proposedBy }) };
  return (await input.approvalsOf?.(judged)) ?? { counted: [], ignored: [], missing: [] };
}
