import type { CheckReport } from '../../../src/check/types.ts';
import { checked, plan, report } from '../report-for-test.ts';
import { blog } from '../steps-for-test.ts';

/** A post without a time of its own; everything is there. */
export const input: CheckReport = report([
  checked(plan([blog], {}), {
    approvals: { missing: [], ignored: [], counted: [{ who: 'ines.roth@acme.example', trust: 'on-trust', at: '2027-02-21T14:02:00Z' }] },
  }),
]); // prettier-ignore
