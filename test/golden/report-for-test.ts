import type { CheckedExecution, CheckReport } from '../../src/check/types.ts';
import { finding, type Finding } from '../../src/core/finding.ts';
import type { Plan, Step } from '../../src/generated/types/plan.ts';
import { brandForTest } from '../../src/plan/execution-for-test.ts';

type Told = Plan['explanation'];

/** One step with its words and preview, as a plan holds them. */
export interface StepForTest {
  readonly step: Step;
  readonly told: Told['steps'][number];
  readonly previews: Told['previews'];
}

const folder = 'executions/acme/2027-03/spring';

/** A step of a plan; the requests matter to nobody who reads about it. */
export function step(
  id: string,
  words: { title: string; words: string; undo: string; text?: string },
  changes: Partial<Step> = {},
): StepForTest {
  return {
    step: {
      id,
      uses: `paper/${id}`,
      version: 1,
      needs: [],
      connection: {
        name: 'wall', platform: 'paper', account: 'acme', origin: 'https://acme.example', secrets: {}, settings: {}, test: false,
      }, // prettier-ignore
      operations: [],
      outputs: {},
      fees: [],
      reversibility: 'full',
      'undo-in-words': words.undo,
      ...changes,
    },
    told: { id, title: words.title, words: words.words, undo: words.undo },
    previews: words.text === undefined ? [] : [{ step: id, title: words.title, text: words.text, html: '' }],
  };
}

const schedule = { at: '2027-03-02T08:00:00Z', wall: '2027-03-02T09:00', timezone: 'Europe/Berlin', tolerance: 'PT2H' };

/** A plan of these steps. */
export function plan(
  steps: readonly StepForTest[],
  effects: Partial<Plan['effects']> = { schedule },
  told: Partial<Told> = {},
): Plan {
  const worst = (['none', 'stop-further'] as const).find((one) => steps.some(({ step: { reversibility } }) => reversibility === one)); // prettier-ignore
  return {
    version: 1,
    digest: `mc1:sha256:9f3c${'0'.repeat(58)}b1`,
    effects: {
      version: 1,
      repository: 'f7b14575-8db1-4483-b772-47fae4788377',
      id: '01JD8Q6C9V5Y3M7R2T4W8X0ZAB',
      generation: 1,
      brand: 'acme',
      'on-failure': 'rollback',
      steps: steps.map((one) => one.step),
      media: [],
      ...effects,
    },
    explanation: {
      summary: 'Spring is here',
      path: folder,
      risk: 'low',
      'risk-reasons': [],
      audience: steps.reduce((sum, { step: { audience } }) => sum + (audience?.size ?? 0), 0),
      reversibility: worst ?? 'full',
      steps: steps.map((one) => one.told),
      previews: steps.flatMap((one) => one.previews),
      ...told,
    },
  };
}

/** An execution as check leaves it. */
export function checked(planned: Plan | null, changes: Partial<CheckedExecution> = {}): CheckedExecution {
  return {
    path: planned?.explanation.path ?? folder,
    id: planned?.effects.id ?? null,
    generation: planned?.effects.generation ?? null,
    executionId: planned === null ? null : '3fa94c'.padEnd(64, '0'),
    digest: planned?.digest ?? null,
    risk: planned?.explanation.risk ?? null,
    cost: planned?.effects.steps.flatMap(({ spend }) => (spend === undefined ? [] : [spend.total])) ?? [],
    audience: planned?.explanation.audience ?? null,
    reversibility: planned?.explanation.reversibility ?? null,
    scores: [],
    findings: [],
    approvals: { counted: [], ignored: [], missing: [] },
    plan: planned,
    brand: planned === null ? null : brandForTest(),
    passed: 11,
    ...changes,
  };
}

/** A report about these executions. */
export function report(executions: readonly CheckedExecution[], changes: Partial<CheckReport> = {}): CheckReport {
  const isBlocked = executions.some(({ findings }) => findings.some(isBlocking));
  return {
    version: 1,
    verdict: isBlocked ? 'block' : 'pass',
    executions,
    findings: [],
    notes: [],
    checkedAt: new Date('2027-02-21T15:10:00Z'),
    ...changes,
  };
}

function isBlocking({ severity }: Finding): boolean {
  return severity === 'block' || severity === 'cannot-verify';
}

/** No way to leave the mailing list, at its line. */
export const noUnsubscribe: Finding = finding(
  'legal/unsubscribe-link',
  { laws: ['Google and Yahoo sender rules 2024', 'UWG §7'] },
  { file: `${folder}/email.md`, line: 31, column: 1 },
);
