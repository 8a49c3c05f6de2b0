import type { Content } from '../core/contract.ts';
import type { Finding, Place } from '../core/finding.ts';
import { liesIn } from '../core/market.ts';
import type { Rule } from '../core/rule.ts';
import { isParts } from '../core/template.ts';
import type { Step } from '../generated/types/plan.ts';
import { walkInput } from '../plan/index.ts';
import type { CheckRegistry, GateContext } from './types.ts';

/** All rules against all steps of their channels and markets; how many found nothing is said too. */
export async function checkRules(
  context: GateContext,
  rules: CheckRegistry['rules'],
): Promise<{ readonly findings: readonly Finding[]; readonly passed: number }> {
  // What is undone was judged when it went out.
  if (context.plan.effects['rolls-back'] !== undefined) return { findings: [], passed: 0 };
  const loaded = await Promise.all(Object.values(rules).map((load) => load()));
  const answers = context.plan.effects.steps.flatMap((step) => loaded.flatMap((rule) => judge(rule, step, context)));
  return { findings: answers.flat(), passed: answers.filter((findings) => findings.length === 0).length };
}

function judge(rule: Rule, step: Step, context: GateContext): (readonly Finding[])[] {
  const channel = context.actions.get(step.id)?.channel;
  if (channel === undefined || !rule.channels.includes(channel)) return [];
  const stated = step.audience?.markets ?? [];
  const markets = stated.length > 0 ? stated : (context.brand.profile.target_markets ?? []);
  const laws = rule.laws.filter(
    (law) =>
      law.markets.includes('*') ||
      law.markets.some((region) => markets.some((market) => liesIn(market, region) || liesIn(region, market))),
  );
  if (laws.length === 0) return [];
  const subject = {
    step,
    channel,
    markets,
    laws,
    profile: context.brand.profile,
    texts: textsOf(step),
    place: placeOf(step, context),
  };
  return [[...rule.check(subject)].map((found) => (laws.some(({ isVerified }) => isVerified) ? found : soften(found)))];
}

/** A law whose source nobody has read is shown, but stops nobody. */
function soften(found: Finding): Finding {
  return found.severity === 'block' ? { ...found, severity: 'warn' } : found;
}

/** Literal texts of the requests, as they will be sent; a value that is known later stands as an empty word. */
function textsOf(step: Step): readonly string[] {
  return step.operations.flatMap(({ request }) => literals(request.json));
}

function literals(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isParts(value)) return [value.$parts.map((part) => (typeof part === 'string' ? part : '')).join('')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(literals) : [];
}

/** The last line of the text that people wrote, where something is to be added. */
function placeOf(step: Step, { execution }: GateContext): Place {
  const input = execution.steps.find(({ id }) => id === step.id)?.input;
  const content = walkInput(input).find(
    (node): node is { is: 'content'; pointer: string; content: Content } => node.is === 'content',
  )?.content;
  if (content === undefined) return execution.place(`/steps/${step.id}`);
  const isInline = /\.ya?ml$/.test(content.place.file ?? '');
  return isInline ? content.place : { ...content.place, line: content.text.split('\n').length, column: 1 };
}
