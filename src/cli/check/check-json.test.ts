import { expect, it } from 'vitest';
import type { CheckedExecution, CheckReport } from '../../check/index.ts';
import { finding } from '../../core/finding.ts';
import { brandForTest } from '../../plan/execution-for-test.ts';
import { planForTest } from '../../authorize/plan-for-test.ts';
import { noScores } from '../../check/score-text.ts';
import { checkJson } from './check-json.ts';

const execution: CheckedExecution = {
  path: 'executions/acme/2027-03/spring',
  id: '01JD8Q6C9V5Y3M7R2T4W8X0ZAB',
  generation: 1,
  executionId: 'e'.repeat(64),
  digest: `mc1:sha256:${'d'.repeat(64)}`,
  risk: 'high',
  cost: [{ minor: 40_000, currency: 'EUR' }],
  audience: 12_400,
  reversibility: 'none',
  scores: [{ step: 'mail', kind: 'email', scores: noScores, details: [] }],
  findings: [finding('evidence/new', { name: 'x', file: 'brands/acme/evidence/x.yaml' }, { file: 'a.yaml', line: 3, column: 5 })], // prettier-ignore
  approvals: {
    counted: [{ who: 'ines', trust: 'signed', at: '2027-02-21T14:02:00Z' }],
    ignored: [{ who: 'dana', why: 'wrote part of it.' }],
    missing: [{ rule: 'Brand', whoCan: ['tom'] }],
  },
  plan: planForTest({}),
  brand: brandForTest(),
  passed: 11,
};
const json = (changes: Partial<CheckedExecution> = {}, more: Partial<CheckReport> = {}) =>
  JSON.parse(
    JSON.stringify(
      checkJson({
        version: 1,
        verdict: 'pass',
        executions: [{ ...execution, ...changes }],
        findings: [],
        notes: ['a note'],
        checkedAt: new Date(0),
        ...more,
      }),
    ),
  ) as Record<string, unknown> & { executions: readonly Record<string, unknown>[] };

it('has the names that programs rely on', () => {
  expect(json()).toEqual({
    version: 1,
    verdict: 'pass',
    executions: [
      {
        path: 'executions/acme/2027-03/spring',
        id: '01JD8Q6C9V5Y3M7R2T4W8X0ZAB',
        executionId: 'e'.repeat(64),
        digest: `mc1:sha256:${'d'.repeat(64)}`,
        risk: 'high',
        cost: { amount: '400.00', currency: 'EUR' },
        audience: 12_400,
        reversibility: 'none',
        scores: [{ step: 'mail', kind: 'email', file: null, ...noScores }],
        findings: [
          {
            code: 'evidence/new',
            severity: 'warn',
            file: 'a.yaml',
            line: 3,
            column: 5,
            message: expect.any(String),
            hint: expect.any(String),
          },
        ],
        approvals: {
          counted: [{ who: 'ines', trust: 'signed' }],
          ignored: [{ who: 'dana', why: 'wrote part of it.' }],
          missing: [{ rule: 'Brand', whoCan: ['tom'] }],
        },
      },
    ],
    findings: [],
    notes: ['a note'],
  });
});

it('says zero in the currency of the brand where nothing is spent, and keeps the decimals of a currency', () => {
  expect(json({ cost: [] }).executions[0]?.['cost']).toEqual({ amount: '0.00', currency: 'EUR' });
  const inYen = brandForTest({ ceiling: { minor: 900_000, currency: 'JPY' } });
  expect(json({ cost: [], brand: inYen }).executions[0]?.['cost']).toEqual({ amount: '0', currency: 'JPY' });
  const two = [
    { minor: 1, currency: 'EUR' },
    { minor: 250, currency: 'USD' },
  ];
  expect(json({ cost: two }).executions[0]?.['cost']).toEqual({
    amount: '0.01',
    currency: 'EUR',
    others: [{ amount: '2.50', currency: 'USD' }],
  });
});

it('keeps every field of an execution that could not be loaded', () => {
  const nothing = {
    id: null,
    executionId: null,
    digest: null,
    risk: null,
    audience: null,
    reversibility: null,
  } as const;
  const [one] = json({ ...nothing, plan: null, brand: null, cost: [], scores: [] }).executions;
  expect(one).toMatchObject({ ...nothing, cost: null, scores: [] });
  expect(Object.keys(one ?? {})).toEqual(Object.keys(json().executions[0] ?? {}));
});
