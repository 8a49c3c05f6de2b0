import type { CheckReport } from '../../../src/check/types.ts';
import { finding } from '../../../src/core/finding.ts';
import { checked, report } from '../report-for-test.ts';

const file = 'executions/acme/2027-03/spring/execution.yaml';

/** Nothing can be planned, so nothing is claimed about it. */
export const input: CheckReport = report([
  checked(null, {
    passed: 0,
    findings: [
      finding('schedule/no-such-time', { at: '2027-02-30T09:00' }, { file, line: 7, column: 17 }),
      finding('schedule/unknown-timezone', { timezone: 'Europe/Berlim' }, { file, line: 7, column: 45 }),
    ],
  }),
]);
