import type { Amount } from '../generated/types/plan.ts';
import type { BodyOf, Entry } from './entry.ts';
import { monthOfUlid } from './names.ts';

type Effects = BodyOf<'AUTHORISED'>['effects'];
export type Reservation = BodyOf<'CLAIMED'>['reservations'][number];

/**
 * What an execution reserves, by month: spend pro rata by day over its flight, the rest in the month of its time. An
 * execution without spend reserves 0: the second witness that it was claimed. The month comes from the manifest, never
 * from the runner's clock.
 */
export function reservationsOf(effects: Effects): Reservation[] {
  const home = effects.schedule?.wall.slice(0, 7) ?? monthOfUlid(effects.id);
  const parts = effects.steps.flatMap(({ spend }) => (spend === undefined ? [] : spread(spend, home)));
  const byKey = new Map<string, Reservation>();
  for (const part of parts) {
    const key = `${part.month} ${part.currency}`;
    byKey.set(key, { ...part, minor: part.minor + (byKey.get(key)?.minor ?? 0) });
  }
  const found = [...byKey.values()];
  return found.length > 0 ? found : [{ month: home, minor: 0, currency: 'XXX' }];
}

function spread(spend: { total: Amount; starts?: string; ends?: string }, home: string): Reservation[] {
  const { total, starts, ends } = spend;
  if (starts === undefined || ends === undefined) return [{ month: starts?.slice(0, 7) ?? home, ...total }];
  const days = daysByMonth(starts, ends);
  const all = [...days.values()].reduce((sum, count) => sum + count, 0);
  let left = total.minor;
  return [...days].map(([month, count], index) => {
    // The last month takes the rest, so that the parts add up to the whole.
    const minor = index === days.size - 1 ? left : Math.floor((total.minor * count) / all);
    left -= minor;
    return { month, minor, currency: total.currency };
  });
}

function daysByMonth(starts: string, ends: string): Map<string, number> {
  const days = new Map<string, number>();
  const last = Date.parse(`${ends}T00:00:00Z`);
  for (let day = Date.parse(`${starts}T00:00:00Z`); day <= last; day += 86_400_000) {
    const month = new Date(day).toISOString().slice(0, 7);
    days.set(month, (days.get(month) ?? 0) + 1);
  }
  return days.size > 0 ? days : new Map([[starts.slice(0, 7), 1]]);
}

/** What is reserved in a month by executions of one world, less what was given back. */
export function reservedIn(entries: readonly Entry[], world: string, without?: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { body, world: of } of entries) {
    if (of !== world || (body.kind !== 'RESERVE' && body.kind !== 'RELEASE') || body.execution === without) continue;
    const sign = body.kind === 'RESERVE' ? 1 : -1;
    sums.set(body.currency, (sums.get(body.currency) ?? 0) + sign * body.minor);
  }
  return sums;
}

/** Executions that a ledger says were claimed in a world. */
export function reservedBy(entries: readonly Entry[], world: string): Set<string> {
  return new Set(
    entries.flatMap(({ body, world: of }) => (body.kind === 'RESERVE' && of === world ? [body.execution] : [])),
  );
}
