import type { AssembleContext } from '../../core/contract.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { formatMoney, minorDigits, parseMoney, type Money } from '../../core/money.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Input } from '../../generated/types/actions/google-ads.launch-search-campaign.ts';
import { campaignDays, type CampaignDays } from './campaign-days.ts';
import { checkTexts } from './check-texts.ts';
import { geoTarget } from './countries.ts';

/** What an input means, once it makes sense. */
export interface Campaign {
  readonly budget: { readonly daily: Money; readonly total: Money };
  readonly days: CampaignDays;
  readonly countries: readonly string[];
}

/** Settings, money, days, countries and texts; all problems at once. */
export function checkCampaign(input: Input, context: AssembleContext): Result<Campaign> {
  const budget = readBudget(input, context);
  const days = budget.ok ? readDays(input, budget.value, context) : null;
  const countries = readCountries(input, context);
  const problems = [
    ...checkAccount(context),
    ...[budget, days, countries].flatMap((one) => (one === null || one.ok ? [] : one.error)),
    ...checkTexts(input, context),
  ];
  if (problems.length > 0 || !budget.ok || !days?.ok || !countries.ok) return failure(problems);
  return success({ budget: budget.value, days: days.value, countries: countries.value });
}

function checkAccount({ connection: { settings }, place }: AssembleContext): Finding[] {
  return ['customer-id', 'manager-id'].flatMap((setting) => {
    const value = settings[setting];
    if (value === undefined || /^\d{10}$/.test(value)) return [];
    const parameters = { platform: 'Google Ads', setting, value, expected: 'ten digits without hyphens' };
    return [finding('platform/bad-setting', parameters, place('/budget'))];
  });
}

function readBudget({ budget }: Input, { place }: AssembleContext): Result<Campaign['budget']> {
  const [daily, total] = [parseMoney(budget.daily), parseMoney(budget.total)];
  const problems = [
    ...checkAmount(daily, budget.daily, () => place('/budget/daily')),
    ...checkAmount(total, budget.total, () => place('/budget/total')),
  ];
  if (daily === null || total === null || problems.length > 0) return failure(problems);
  if (daily.currency === total.currency) return success({ daily, total });
  const parameters = { daily: budget.daily, total: budget.total };
  return failure([finding('platform/two-currencies', parameters, place('/budget'))]);
}

function checkAmount(money: Money | null, text: string, place: () => ReturnType<AssembleContext['place']>): Finding[] {
  if (money !== null && money.minor > 0) return [];
  return [finding('platform/bad-amount', { text }, { ...place(), evidence: text })];
}

function readDays(input: Input, budget: Campaign['budget'], { day, place }: AssembleContext): Result<CampaignDays> {
  const days = campaignDays(input, budget, day);
  if (days === null) {
    const parameters = { starts: input.starts ?? day.date, ends: input.ends ?? '?' };
    return failure([finding('platform/bad-dates', parameters, place('/ends'))]);
  }
  const count = days.days ?? 1;
  if (days.days === undefined || budget.total.minor <= budget.daily.minor * count) return success(days);
  const { currency, minor } = budget.total;
  const parameters = {
    total: formatMoney(budget.total),
    days: count,
    daily: formatMoney(budget.daily),
    average: formatMoney({ currency, minor: Math.ceil(minor / count) }),
  };
  return failure([finding('platform/budget-does-not-fit', parameters, place('/budget'))]);
}

function readCountries({ countries }: Input, { profile, place }: AssembleContext): Result<readonly string[]> {
  const wanted = countries ?? profile.target_markets ?? [];
  if (wanted.length === 0) return failure([finding('platform/no-country', {}, place('/countries'))]);
  const unknown = wanted.filter((country) => geoTarget(country) === null);
  if (unknown.length === 0) return success(wanted);
  return failure(
    unknown.map((country) =>
      finding('platform/unknown-country', { country }, { ...place('/countries'), evidence: country }),
    ),
  );
}

/** Google counts money in millionths of a unit, whatever the currency. */
export function microsOf({ minor, currency }: Money): string {
  return String(BigInt(minor) * 10n ** BigInt(6 - minorDigits(currency)));
}
