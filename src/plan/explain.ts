import { sumMoney } from '../core/money.ts';
import type { Effects, Explanation } from '../generated/types/plan.ts';
import type { LoadedBrand, LoadedExecution } from '../load/types.ts';
import { assessRisk } from './assess-risk.ts';
import type { AssembledStep } from './types.ts';

const undoOrder = ['full', 'stop-further', 'none'] as const;

/** Why and how it looks: what people read, none of it covered by the digest. */
export function explain(execution: LoadedExecution, brand: LoadedBrand, steps: readonly AssembledStep[]): Explanation {
  const { manifest, folder } = execution;
  const risk = assessRisk(steps, brand);
  const spend = sumMoney(steps.flatMap(({ step }) => (step.spend === undefined ? [] : [step.spend.total])));
  return {
    summary: manifest.summary,
    ...(manifest.campaign === undefined ? {} : { campaign: manifest.campaign }),
    path: folder,
    risk: risk.level,
    'risk-reasons': [...risk.reasons],
    // Two currencies have no sum; the steps still show each.
    ...(spend.length === 1 && spend[0] !== undefined ? { cost: spend[0] } : {}),
    audience: steps.reduce((sum, { step }) => sum + (step.audience?.size ?? 0), 0),
    reversibility: worstUndo(steps.map(({ step }) => step)),
    steps: steps.map(({ resolved, plan, step }) => ({
      id: step.id,
      title: resolved.action.title,
      words: plan.words,
      undo: step['undo-in-words'],
    })),
    previews: steps.flatMap(({ resolved, step }) =>
      resolved.action.preview(step).map((preview) => ({ step: step.id, ...preview })),
    ),
  };
}

function worstUndo(steps: Effects['steps']): Explanation['reversibility'] {
  const worst = Math.max(0, ...steps.map(({ reversibility }) => undoOrder.indexOf(reversibility)));
  return undoOrder[worst] ?? 'none';
}
