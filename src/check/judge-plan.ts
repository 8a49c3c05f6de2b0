import type { Finding } from '../core/finding.ts';
import { checkRules } from './check-rules.ts';
import { gates } from './gates/index.ts';
import { sortFindings } from './sort-findings.ts';
import type { ApprovalsView, CheckInput, GateContext } from './types.ts';

/** What gates, rules and approvers say about a plan. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly approvals: ApprovalsView;
  /** Gates and rules that found nothing. */
  readonly passed: number;
}

const noApprovals: ApprovalsView = { counted: [], ignored: [], missing: [] };

/** Leads a plan through every gate and rule. */
export async function judgePlan(
  subject: Omit<GateContext, 'now' | 'isChanged' | 'reserved'>,
  input: CheckInput,
  executionId: string,
): Promise<Judged> {
  const { plan, brand, policy, execution } = subject;
  const reserved = await input.memory?.reserved(plan, executionId);
  const context: GateContext = {
    ...subject,
    now: input.now,
    isChanged: input.isChanged?.(execution.folder) ?? true,
    reserved: reserved?.ok === true ? reserved.value : [],
  };
  const answers = await Promise.all(gates.map(async (gate) => gate(context)));
  const rules = await checkRules(context, input.registry.rules);
  const proposedBy = execution.manifest['proposed-by'];
  const judged = { plan, executionId, brand, policy, ...(proposedBy === undefined ? {} : { proposedBy }) };
  return {
    findings: sortFindings([...answers.flat(), ...rules.findings, ...(reserved?.ok === false ? reserved.error : [])]),
    approvals: (await input.approvalsOf?.(judged)) ?? noApprovals,
    passed: answers.filter((findings) => findings.length === 0).length + rules.passed,
  };
}
