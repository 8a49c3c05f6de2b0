import type { CheckReport } from '../../../src/check/types.ts';
import { checked, noUnsubscribe, plan, report } from '../report-for-test.ts';
import { blog, email } from '../steps-for-test.ts';

const missing = [{ rule: 'Brand', whoCan: ['ines.roth@acme.example', 'tom@acme.example', 'maren@acme.example', 'jo@acme.example', 'kim@acme.example'] }]; // prettier-ignore

/** One waits for approval, the other is blocked, and so is the pull request. */
export const input: CheckReport = report(
  [
    checked(plan([blog], { 'on-failure': 'stop' }, { summary: 'Opening hours', path: 'executions/acme/2027-03/hours' }), {
      approvals: { missing, counted: [], ignored: [] },
    }),
    checked(plan([blog, email]), { findings: [noUnsubscribe], approvals: { missing, counted: [], ignored: [] } }),
  ],
  {
    notes: ['Policy and brands are read from main, not from this proposal.'],
    findings: [{ code: 'brand/x', severity: 'warn', message: 'brands/old is not used.', hint: 'Remove it.' }],
  },
); // prettier-ignore
