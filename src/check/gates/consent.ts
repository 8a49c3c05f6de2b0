import { finding, type Finding, type Place } from '../../core/finding.ts';
import { liesIn } from '../../core/market.ts';
import type { Evidence } from '../../generated/types/evidence.ts';
import type { Audience } from '../../generated/types/plan.ts';
import type { Gate, GateContext } from '../types.ts';

/** Every audience needs a consent that covers its channel, list, markets, size and day. A missing record is another gate's. */
export const consent: Gate = (context) =>
  context.plan.effects.steps.flatMap(({ id, audience }) => {
    const evidence = audience === undefined ? undefined : context.brand.evidence.get(audience.consent)?.evidence;
    if (audience === undefined || evidence === undefined) return [];
    const place = (field: string): Place => context.execution.place(`/steps/${id}/with/audience/${field}`);
    if (evidence.kind !== 'consent')
      return [finding('consent/wrong-kind', { consent: audience.consent }, place('consent'))];
    return [
      ...checkDays(audience, evidence, context, place('consent')),
      ...checkChannel(audience, evidence, place('consent')),
      ...checkList(audience, evidence, place('list')),
      ...checkMarkets(audience, evidence, context, place('markets')),
      ...checkSize(audience, evidence, place('size')),
    ];
  });

function checkDays(
  audience: Audience,
  { date, expires }: Evidence,
  { plan, now }: GateContext,
  place: Place,
): Finding[] {
  const { schedule } = plan.effects;
  // The day by the calendar of the people who planned it; the tolerance may reach into the next one.
  const at = schedule === undefined ? now.toISOString().slice(0, 10) : schedule.wall.slice(0, 10);
  if (expires !== undefined && expires < at)
    return [finding('consent/expired', { consent: audience.consent, expires, at }, place)];
  return date > at ? [finding('consent/not-yet', { consent: audience.consent, date, at }, place)] : [];
}

function checkChannel({ consent: name, channel }: Audience, { channels }: Evidence, place: Place): Finding[] {
  if (channels === undefined || channels.length === 0)
    return [finding('consent/incomplete', { consent: name, field: 'channels' }, place)];
  return channels.includes(channel)
    ? []
    : [finding('consent/other-channel', { consent: name, channel, channels }, place)];
}

function checkList({ consent: name, list }: Audience, evidence: Evidence, place: Place): Finding[] {
  if (evidence.list === undefined || evidence.list === list) return [];
  return [finding('consent/other-list', { consent: name, list, recorded: evidence.list }, place)];
}

function checkMarkets(audience: Audience, evidence: Evidence, { brand }: GateContext, place: Place): Finding[] {
  const { consent: name } = audience;
  const markets = audience.markets.length > 0 ? audience.markets : (brand.profile.target_markets ?? []);
  const covered = evidence.markets ?? [];
  if (covered.length === 0) return [finding('consent/incomplete', { consent: name, field: 'markets' }, place, 'warn')];
  const outside = markets.filter((market) => !covered.some((region) => liesIn(market, region)));
  return outside.length === 0
    ? []
    : [finding('consent/other-market', { consent: name, markets: outside, covered }, place)];
}

function checkSize({ consent: name, size, tolerance }: Audience, evidence: Evidence, place: Place): Finding[] {
  const problems: Finding[] = [];
  const recorded = evidence.size;
  if (recorded !== undefined && Math.abs(size - recorded) * 100 > tolerance * recorded)
    problems.push(finding('consent/size-moved', { consent: name, size, recorded, tolerance }, place));
  if (evidence.suppression !== true) problems.push(finding('consent/suppression', { consent: name }, place));
  return problems;
}
