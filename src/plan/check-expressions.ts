import type { Action } from '../core/contract.ts';
import { finding, type Finding, type Place } from '../core/finding.ts';
import { nearestWord } from '../core/nearest-word.ts';
import type { LoadedExecution, LoadedStep } from '../load/types.ts';
import { doneSteps } from './check-continuation.ts';
import { parseExpressions, type BadExpression, type Expression } from './expressions.ts';
import { placeInContent } from './place-in-content.ts';
import { stepPointer, walkInput } from './walk-input.ts';

/** A use of an output with the place where it stands. */
export interface PlacedExpression {
  readonly expression: Expression;
  readonly place: Place;
}

/** All expressions in a step's texts and contents, and what is wrong with them. `actions` by step id. */
export function checkExpressions(
  step: LoadedStep,
  execution: LoadedExecution,
  actions: ReadonlyMap<string, Action>,
): { readonly uses: readonly PlacedExpression[]; readonly findings: readonly Finding[] } {
  const segments = placedSegments(step, execution);
  const uses = segments.flatMap(({ segment, place }) =>
    segment.is === 'expression' ? [{ expression: segment, place }] : [],
  );
  const bad = segments.flatMap(({ segment, place }) =>
    segment.is === 'bad' ? [finding('plan/bad-expression', { source: shorten(segment.source) }, place)] : [],
  );
  return { uses, findings: [...bad, ...uses.flatMap((use) => checkUse(use, step, execution, actions))] };
}

function placedSegments(
  step: LoadedStep,
  execution: LoadedExecution,
): readonly { segment: Expression | BadExpression; place: Place }[] {
  return walkInput(step.input).flatMap((node) => {
    if (node.is === 'media') return [];
    const text = node.is === 'text' ? node.text : node.content.text;
    return parseExpressions(text).flatMap((segment) => {
      if (typeof segment === 'string') return [];
      const place =
        node.is === 'content'
          ? placeInContent(node.content, segment.offset)
          : execution.place(`${stepPointer(step.id)}${node.pointer}`);
      return [{ segment, place }];
    });
  });
}

function checkUse(
  { expression, place }: PlacedExpression,
  step: LoadedStep,
  execution: LoadedExecution,
  actions: ReadonlyMap<string, Action>,
): Finding[] {
  const steps = [...execution.steps, ...doneSteps(execution)].map(({ id }) => id).filter((id) => id !== step.id);
  const name = expression.step;
  if (!steps.includes(name))
    return [finding('plan/unknown-step', { name, known: steps, nearest: nearestWord(name, steps) }, place)];
  const problems: Finding[] = [];
  if (!step.needs.includes(name)) problems.push(finding('plan/missing-need', { step: step.id, needed: name }, place));
  const known = Object.keys(actions.get(name)?.outputs ?? {});
  if (actions.has(name) && !known.includes(expression.output)) {
    const { output } = expression;
    problems.push(
      finding('plan/unknown-output', { step: name, output, known, nearest: nearestWord(output, known) }, place),
    );
  }
  return problems;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
