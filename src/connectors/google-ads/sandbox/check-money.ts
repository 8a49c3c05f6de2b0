import { objectOf, textOf, type Store } from '../../../sandbox/kit/index.ts';
import type { AdsError } from './errors.ts';
import { kinds, resourcesOf, type Resource } from './resources.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What Google says to a budget of both kinds, and to a total without a last day. Null where the money makes sense. */
export function moneyProblem(
  kind: string,
  fields: Fields,
  made: readonly Resource[],
  store: Store,
): Omit<AdsError, 'index'> | null {
  const hasTotal = textOf(fields['totalAmountMicros']) !== '';
  if (kind === 'campaignBudget' && hasTotal && fields['period'] !== 'CUSTOM_PERIOD')
    return problem('campaignBudgetError', 'TOTAL_BUDGET_AMOUNT_MUST_BE_UNSET_FOR_BUDGET_PERIOD_DAILY');
  if (kind !== 'campaign' || textOf(fields['endDateTime']) !== '') return null;
  const name = textOf(fields['campaignBudget']);
  const budgets = kinds.find((one) => one.name === 'campaignBudget');
  const known = budgets === undefined ? undefined : resourcesOf(store, budgets).get(name);
  const budget = objectOf(made.find(({ resourceName }) => resourceName === name) ?? known);
  return budget['period'] === 'CUSTOM_PERIOD'
    ? problem('campaignError', 'END_DATE_TIME_REQUIRED_FOR_TOTAL_BUDGET')
    : null;
}

function problem(area: string, code: string): Omit<AdsError, 'index'> {
  return { area, code, message: `The sandbox refuses it as Google does: ${code}.` };
}
