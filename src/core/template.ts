/**
 * Templates: text of which some is known only at execution. Connectors build them, the plan holds them as JSON, the
 * engine fills them in.
 */
import type { Operation, Parts, Placeholder, Template } from '../generated/types/plan.ts';

type Encode = Placeholder['encode'];

/** A field of the receipt of another operation of the same step: `id`, `url`, or a name in its values. */
export function ofOperation(
  operation: Pick<Operation, 'id'>,
  name: string,
  type: Placeholder['type'],
  encode: Encode = 'none',
): Placeholder {
  return { from: 'operation', of: operation.id, name, type, encode };
}

/** A field of the receipt of the operation that is being undone. */
export function ofReceipt(name: string, type: Placeholder['type'], encode: Encode = 'none'): Placeholder {
  return { from: 'receipt', name, type, encode };
}

/** A field of the state captured before the change. */
export function ofBefore(name: string, type: Placeholder['type'] = 'text'): Placeholder {
  return { from: 'before', name, type, encode: 'none' };
}

/** The operation's own key, 64 hex characters: the same for every attempt. */
export const key: Placeholder = { from: 'key', name: 'key', type: 'text', encode: 'none' };

/** The step's marker, 20 hex characters: by it everything that the step made can be searched on the platform. */
export const marker: Placeholder = { from: 'marker', name: 'marker', type: 'text', encode: 'none' };

/** Joins text, templates and placeholders; plain text where nothing is left open. */
export function join(...pieces: readonly (Template | Placeholder)[]): Template {
  const joined: (string | Placeholder)[] = [];
  for (const part of pieces.flatMap(partsOf)) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  return joined.every((part) => typeof part === 'string') ? joined.join('') : { $parts: joined };
}

/** A JSON leaf that is one placeholder: `integer` and `json` become the raw value instead of text. */
export function leaf(placeholder: Placeholder): Parts {
  return { $parts: [placeholder] };
}

/** Whether a JSON value is a template with open places. */
export function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && '$parts' in value && Array.isArray(value.$parts);
}

/** All placeholders in a JSON value, at any depth. */
export function placeholdersIn(value: unknown): readonly Placeholder[] {
  if (isParts(value)) return value.$parts.filter((part): part is Placeholder => typeof part === 'object');
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(placeholdersIn);
}

/** Changes the literal text of a template and leaves its placeholders as they are. */
export function mapLiterals(template: Template, change: (text: string) => Template): Template {
  return join(...partsOf(template).map((part) => (typeof part === 'string' ? change(part) : part)));
}

/** The template for a reader: every open place is shown by `show`. */
export function showTemplate(value: unknown, show: (placeholder: Placeholder) => string): string {
  if (isParts(value)) return value.$parts.map((part) => (typeof part === 'string' ? part : show(part))).join('');
  return typeof value === 'string' ? value : '';
}

/** Whether a text is what the template can have become: its literals in their order, anything in its open places. */
export function matchesTemplate(template: unknown, text: string): boolean {
  if (typeof template === 'string') return template === text;
  if (!isParts(template)) return false;
  const escaped = template.$parts.map((part) =>
    typeof part === 'string' ? part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') : '[^]*?',
  );
  return new RegExp(`^${escaped.join('')}$`, 'u').test(text);
}

function partsOf(template: Template | Placeholder): readonly (string | Placeholder)[] {
  if (typeof template === 'string') return [template];
  return '$parts' in template ? template.$parts : [template];
}
