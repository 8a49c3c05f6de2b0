import type { CheckedExecution, CheckReport } from '../../check/index.ts';
import { formatMoney, type Money } from '../../core/money.ts';
import { findingJson } from '../finding-json.ts';

/** A report as programs read it; its names are a contract. */
export function checkJson({ version, verdict, executions, findings, notes }: CheckReport): object {
  return { version, verdict, executions: executions.map(executionJson), findings: findings.map(findingJson), notes };
}

function executionJson(one: CheckedExecution): object {
  const { path, id, executionId, digest, risk, audience, reversibility, scores, approvals } = one;
  return {
    path,
    id,
    executionId,
    digest,
    risk,
    cost: costJson(one),
    audience,
    reversibility,
    scores: scores.map(({ step, kind, file, scores: values }) => ({ step, kind, file: file ?? null, ...values })),
    findings: one.findings.map(findingJson),
    approvals: {
      counted: approvals.counted.map(({ who, trust }) => ({ who, trust })),
      ignored: approvals.ignored.map(({ who, why }) => ({ who, why })),
      missing: approvals.missing.map(({ rule, whoCan }) => ({ rule, whoCan })),
    },
    ...(one.finished === true && { finished: true }),
  };
}

/** What is spent at most. Where nothing is, the currency is that of the brand's ceiling; where two are, both are listed. */
function costJson({ cost, plan, brand }: CheckedExecution): object | null {
  if (plan === null) return null;
  const [first] = cost;
  if (first === undefined) return amountJson({ minor: 0, currency: brand?.ceiling?.currency ?? 'EUR' });
  return { ...amountJson(first), ...(cost.length > 1 && { others: cost.slice(1).map(amountJson) }) };
}

function amountJson(money: Money): { amount: string; currency: string } {
  const [amount = ''] = formatMoney(money).split(' ');
  return { amount, currency: money.currency };
}
