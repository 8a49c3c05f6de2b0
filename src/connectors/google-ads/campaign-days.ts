import type { AssembleContext } from '../../core/contract.ts';
import type { Money } from '../../core/money.ts';

/** When a campaign runs, as whole days of the account's own calendar. */
export interface CampaignDays {
  /** Only where the manifest says so: else it begins when it is started. */
  readonly starts?: string;
  readonly ends: string;
  /** Days from the first to the last, where the first is known. */
  readonly days?: number;
  /** Where the last day comes from. */
  readonly from: 'stated' | 'schedule' | 'id';
}

/** Days that an execution without a date has to be approved and merged, before its campaign must run. */
const daysToMerge = 14;
/** Ten years: longer is a slip of the pen. */
const longest = 3650;

/**
 * Google keeps a total only with a last day. Where none is stated, it is as many days after the first as the daily
 * amount makes out of the total; without a schedule the first day is taken two weeks after the execution was written.
 */
export function campaignDays(
  stated: { readonly starts?: string; readonly ends?: string },
  budget: { readonly daily: Money; readonly total: Money },
  day: AssembleContext['day'],
): CampaignDays | null {
  if (![stated.starts, stated.ends].every((one) => one === undefined || isDay(one))) return null;
  const first = stated.starts ?? (day.from === 'schedule' ? day.date : undefined);
  const starts = stated.starts === undefined ? {} : { starts: stated.starts };
  if (stated.ends !== undefined) return withLastDay(stated.ends, first, starts);
  const days = Math.ceil(budget.total.minor / budget.daily.minor);
  if (days > longest) return null;
  if (first !== undefined) return { ...starts, ends: addDays(first, days - 1), days, from: 'schedule' };
  return { ends: addDays(day.date, daysToMerge + days - 1), from: 'id' };
}

function withLastDay(
  ends: string,
  first: string | undefined,
  starts: Pick<CampaignDays, 'starts'>,
): CampaignDays | null {
  if (first === undefined) return { ...starts, ends, from: 'stated' };
  const days = daysBetween(first, ends) + 1;
  return days < 1 ? null : { ...starts, ends, days, from: 'stated' };
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
