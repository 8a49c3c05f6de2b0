import type { CheckReport } from '../../../src/check/types.ts';
import { finding } from '../../../src/core/finding.ts';
import { checked, plan, report, step } from '../report-for-test.ts';

const spend = { total: { minor: 1_250_000, currency: 'EUR' } };
const words = { title: 'Search ads', words: 'Search ads, at most 12,500.00 EUR', undo: 'Can be paused; clicks stay paid.' };
const place = { file: 'executions/acme/2027-03/spring/execution.yaml', line: 14, column: 7 };

/** More than the brand may spend in a month: it can be approved, by somebody who says so. */
export const input: CheckReport = report([
  checked(plan([step('ads', words, { reversibility: 'stop-further', spend })], undefined, { risk: 'high', 'risk-reasons': ["spends 12500.00 EUR, above the brand's monthly ceiling"] }), {
    findings: [finding('budget/over-ceiling', { spend: '12500.00 EUR', ceiling: '5000.00 EUR', overage: '7500.00 EUR', reserved: null }, place)],
    approvals: { missing: [{ rule: 'Money', whoCan: [] }], counted: [], ignored: [] },
  }),
]); // prettier-ignore
