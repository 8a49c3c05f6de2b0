import { join } from '../core/template.ts';
import type { Placeholder, Template } from '../generated/types/plan.ts';
import { parseExpressions, type Expression } from './expressions.ts';

/** How a value is encoded for the place it goes to. */
export type Encode = Placeholder['encode'];

/** What is known of an output: its type, and how long it can be in UTF-16 units. */
export interface OutputFacts {
  readonly type: Placeholder['type'];
  readonly maxLength: number;
}

/** Looks up an output of another step; undefined where there is none (reported elsewhere, with its place). */
export type FindOutput = (step: string, output: string) => OutputFacts | undefined;

/** The placeholder that stands for an output until it is known. */
export function placeholderOf(expression: Expression, encode: Encode, findOutput: FindOutput): Placeholder {
  const type = findOutput(expression.step, expression.output)?.type ?? 'text';
  return { from: 'step', of: expression.step, name: expression.output, type, encode };
}

/** Text with expressions -> template. Literals stay as they are; values will be encoded when they are filled in. */
export function textTemplate(text: string, encode: Encode, findOutput: FindOutput): Template {
  const parts = parseExpressions(text).map((segment) => {
    if (typeof segment === 'string') return segment;
    return segment.is === 'bad' ? segment.source : placeholderOf(segment, encode, findOutput);
  });
  return join(...parts);
}

/** UTF-16 units that one unit of a value can become. */
const growth: Readonly<Record<Encode, number>> = { none: 1, html: 6, 'url-component': 9 };

/** Lengths of values that no action declares. */
const usual: Readonly<Record<Placeholder['type'], number>> = {
  url: 2000,
  text: 2000,
  id: 200,
  integer: 16,
  json: 2000,
};

/** Longest length that a template can have once it is filled in. */
export function longestLength(template: Template, findOutput: FindOutput): number {
  if (typeof template === 'string') return template.length;
  return template.$parts.reduce(
    (sum, part) => sum + (typeof part === 'string' ? part.length : longestValue(part, findOutput)),
    0,
  );
}

function longestValue(placeholder: Placeholder, findOutput: FindOutput): number {
  if (placeholder.from === 'key') return 64;
  if (placeholder.from === 'marker') return 20;
  const declared = placeholder.from === 'step' ? findOutput(placeholder.of ?? '', placeholder.name) : undefined;
  return (declared?.maxLength ?? usual[placeholder.type]) * growth[placeholder.encode];
}
