import { formatMoney } from '../core/money.ts';
import { showTemplate } from '../core/template.ts';
import type { Operation, Plan, Step } from '../generated/types/plan.ts';
import { wrapLines } from './wrap-lines.ts';

/** A plan for a terminal: every request in the order in which it is made, and what the digest stands for. */
export function renderPlan({ digest, effects, explanation }: Plan): string {
  const { schedule } = effects;
  const when = schedule === undefined ? 'as soon as it is approved' : `${schedule.wall} ${schedule.timezone} (${schedule.at})`; // prettier-ignore
  const head = [
    explanation.summary,
    `When: ${when}`,
    `Risk: ${[explanation.risk, ...explanation['risk-reasons']].join('; ')}`,
  ];
  const steps = effects.steps.map((step, index) => {
    const words = explanation.steps.find(({ id }) => id === step.id)?.words ?? step.uses;
    return [`${index + 1}. ${step.id}: ${words}`, ...step.operations.map(operationLine), ...stepLines(step)].join('\n');
  });
  return `${wrapLines([...head, '', ...steps, '', digest].join('\n'), 80)}\n`;
}

function operationLine({ id, phase, effect, request }: Operation): string {
  const path = showTemplate(request.path, ({ name }) => `<${name}>`);
  return `   ${phase.padEnd(8)} ${effect.padEnd(5)} ${id}: ${request.method} ${path}`;
}

function stepLines({ audience, spend, 'undo-in-words': undo }: Step): string[] {
  return [
    ...(audience === undefined ? [] : [`   Reaches ${audience.size} people (${audience.list})`]),
    ...(spend === undefined ? [] : [`   Spends at most ${formatMoney(spend.total)}`]),
    `   Undo: ${undo}`,
  ];
}
