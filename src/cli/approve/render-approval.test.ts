import { expect, it } from 'vitest';
import { columnsOf } from '../../report/columns.ts';
import { renderApproval } from './render-approval.ts';

it('says what was approved and what comes next, no line wider than 80 columns', () => {
  const text = renderApproval({
    merge: 'a'.repeat(40),
    approved: [{ path: 'executions/acme/2027-03/news', executionId: 'e'.repeat(64), digest: `mc1:sha256:${'d'.repeat(64)}` }], // prettier-ignore
    trust: 'on-trust',
    warnings: [],
    branch: 'execution/acme/news',
    base: 'main',
    pushed: false,
  });
  expect(text).toContain('\nNext: `mergecast run` executes what is approved and due;');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('`mergecast status` shows where it stands.');
  expect(Math.max(...text.split('\n').map(columnsOf))).toBeLessThanOrEqual(80);
});
