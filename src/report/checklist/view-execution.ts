import { blocks } from '../../core/finding.ts';
import type { CheckedExecution } from '../../check/types.ts';
import type { Plan } from '../../generated/types/plan.ts';
import { countOf, formatCount, groupAmounts, joinWords } from '../format-count.ts';
import { readableText } from '../readable-text.ts';
import { sayApprovals } from './say-approvals.ts';
import { sayCost } from './say-cost.ts';
import { sayFailures } from './say-failures.ts';
import { sayScores } from './say-scores.ts';
import { sayWhen } from './say-when.ts';
import type { ExecutionView, Stand, StepView } from './types.ts';

/** All that people are told about one execution, in words. */
export function viewExecution(
  checked: CheckedExecution,
  context: { readonly isHeld: boolean; readonly checkedAt: Date },
): ExecutionView {
  const { plan, brand, findings, approvals, path } = checked;
  const problems = findings.filter(blocks);
  const stand = checked.finished === true ? 'done' : standOf(problems.length, approvals.missing.length, context.isHeld);
  return {
    stand,
    headline: headlineOf(stand, problems.length, approvals.missing.length),
    path,
    brand: brand?.profile.brand_name ?? null,
    ...(plan === null ? untold(stand) : viewPlan(plan, checked, stand)),
    cost: sayCost(checked, context.checkedAt),
    author: checked.proposedBy ?? null,
    problems,
    warnings: findings.filter(({ severity }) => severity === 'warn'),
    suggestions: findings.filter(({ severity }) => severity === 'suggest'),
    approvals: sayApprovals(approvals, stand),
    scores: sayScores(checked.scores),
    passed: checked.passed,
    digest: checked.digest,
  };
}

type PlanPart = Pick<ExecutionView, 'summary' | 'when' | 'caution' | 'steps' | 'risk' | 'previews' | 'failures'>;

/** What cannot be planned cannot be told; the findings say why. */
const unplanned: PlanPart = {
  summary: null,
  when: {
    before: 'Nothing goes out now.',
    moment: 'What would go out is not known',
    after: ' until the problems below are fixed.',
  },
  caution: null,
  steps: [],
  risk: null,
  previews: [],
  failures: [],
};

/** What has run is not planned again. */
function untold(stand: Stand): PlanPart {
  if (stand !== 'done') return unplanned;
  const when = { before: 'Exactly this has run before.', moment: 'Nothing is sent again', after: '.' };
  return { ...unplanned, when };
}

function viewPlan(plan: Plan, checked: CheckedExecution, stand: Stand): PlanPart {
  const { summary, risk, previews } = plan.explanation;
  return {
    summary,
    when: sayWhen(plan.effects.schedule, stand),
    caution: cautionOf(plan),
    steps: stepsOf(plan, checked),
    risk: { level: risk, reasons: plan.explanation['risk-reasons'].map(groupAmounts) },
    previews: previews.map((preview) => ({ title: preview.title, text: readableText(preview) })),
    failures: sayFailures(plan),
  };
}

function standOf(problems: number, missing: number, isHeld: boolean): Stand {
  if (problems > 0) return 'blocked';
  if (isHeld) return 'held';
  return missing > 0 ? 'waiting' : 'ready';
}

function headlineOf(stand: Stand, problems: number, missing: number): string {
  const approvals = `${countOf(missing, 'approval')} missing`;
  if (stand === 'done') return 'Done before';
  if (stand === 'ready') return 'Ready: nothing to fix';
  if (stand === 'held') return missing === 0 ? 'Nothing to fix here' : `Nothing to fix here, ${approvals}`;
  if (stand === 'waiting') return `Ready for review: ${approvals}`;
  const fix = `${countOf(problems, 'problem')} to fix`;
  return missing === 0 ? `Blocked: ${fix}` : `Blocked: ${fix}, ${approvals}`;
}

/** What reaches people for good; said before anybody approves. */
function cautionOf({ effects, explanation }: Plan): ExecutionView['caution'] {
  const final = effects.steps.filter(({ reversibility }) => reversibility === 'none');
  if (final.length === 0) return null;
  const titles = final.map(({ id }) => explanation.steps.find((step) => step.id === id)?.title ?? id);
  const people = final.reduce((sum, { audience }) => sum + (audience?.size ?? 0), 0);
  return {
    what: `Cannot be taken back: ${joinWords(titles, 'and')}.`,
    who: people === 0 ? 'Whoever sees it has seen it.' : `${formatCount(people)} people get it.`,
  };
}

function stepsOf({ effects, explanation }: Plan, { findings, scores }: CheckedExecution): readonly StepView[] {
  const blocked = new Set(findings.filter(blocks).map(({ file }) => file));
  const connectionOf = (id: string) => effects.steps.find((step) => step.id === id)?.connection;
  return explanation.steps.map(({ id, title, words, undo }) => ({
    title,
    words: `${words}${connectionOf(id)?.test === true ? ' (a test server: no real audience)' : ''}`,
    undo,
    isFinal: effects.steps.find((step) => step.id === id)?.reversibility === 'none',
    hasProblem: scores.some(({ step, file }) => step === id && file !== undefined && blocked.has(file)),
  }));
}
