import { formatMoney, sumMoney } from '../core/money.ts';
import type { LoadedBrand } from '../load/types.ts';
import type { AssembledStep } from './types.ts';

/** Levels from harmless to grave. */
const levels = ['low', 'medium', 'high', 'critical'] as const;
export type RiskLevel = (typeof levels)[number];

/** A level with why, the gravest reasons first. */
export interface Risk {
  readonly level: RiskLevel;
  readonly reasons: readonly string[];
}

interface Reason {
  readonly level: RiskLevel;
  readonly why: string;
}

/** How grave an execution is: the highest of what its actions, audience, spend, undo and industry call for. */
export function assessRisk(steps: readonly AssembledStep[], brand: LoadedBrand): Risk {
  const reasons = [
    ...steps.flatMap(floorOf),
    ...audienceReasons(steps),
    ...spendReasons(steps, brand),
    ...undoReasons(steps),
    ...industryReasons(brand),
  ].filter(({ level }) => level !== 'low');
  const sorted = reasons.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
  return { level: sorted[0]?.level ?? 'low', reasons: [...new Set(sorted.map(({ why }) => why))] };
}

function floorOf({ resolved: { action } }: AssembledStep): Reason[] {
  return [{ level: action.riskFloor, why: `${action.title}: always at least ${action.riskFloor}` }];
}

function audienceReasons(steps: readonly AssembledStep[]): Reason[] {
  const people = steps.reduce((sum, { step }) => sum + (step.audience?.size ?? 0), 0);
  if (people > 100_000) return [{ level: 'critical', why: 'more than 100,000 people' }];
  if (people > 10_000) return [{ level: 'high', why: 'more than 10,000 people' }];
  return people > 1000 ? [{ level: 'medium', why: 'more than 1,000 people' }] : [];
}

function spendReasons(steps: readonly AssembledStep[], brand: LoadedBrand): Reason[] {
  const totals = sumMoney(steps.flatMap(({ step }) => (step.spend === undefined ? [] : [step.spend.total])));
  if (totals.every(({ minor }) => minor === 0)) return [];
  const words = totals.map(formatMoney).join(' and ');
  const { ceiling } = brand;
  const isOver =
    ceiling !== null && totals.some(({ currency, minor }) => currency === ceiling.currency && minor > ceiling.minor);
  if (isOver) return [{ level: 'high', why: `spends ${words}, above the brand's monthly ceiling` }];
  return [{ level: 'medium', why: `spends up to ${words}` }];
}

function undoReasons(steps: readonly AssembledStep[]): Reason[] {
  const final = steps.filter(({ step }) => step.reversibility === 'none').map(({ resolved }) => resolved.action.title);
  return final.length === 0 ? [] : [{ level: 'medium', why: `cannot be undone: ${[...new Set(final)].join(', ')}` }];
}

function industryReasons({ profile }: LoadedBrand): Reason[] {
  if (profile.industry?.regulated !== true) return [];
  return [{ level: 'medium', why: `regulated industry: ${profile.industry.primary}` }];
}
