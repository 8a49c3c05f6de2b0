import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Placeholder } from '../generated/types/plan.ts';

/** Where placeholders find their values; undefined where there is none yet. */
export type Values = (placeholder: Placeholder) => unknown;

/** A JSON value in which every `{"$parts": [...]}` leaf is replaced by its text, or by the raw value of a single placeholder. */
export function fillTemplate(template: unknown, values: Values): Result<unknown> {
  const missing: Placeholder[] = [];
  const filled = fill(template, (placeholder) => {
    const value = values(placeholder);
    if (value === undefined) missing.push(placeholder);
    return value;
  });
  if (missing.length === 0) return success(filled);
  return failure(missing.map(({ of, name }) => finding('execution/unexpected-output', { output: `${of ?? ''}.${name}`, value: '', why: 'it is missing' }))); // prettier-ignore
}

function fill(template: unknown, values: Values): unknown {
  if (Array.isArray(template)) return template.map((item) => fill(item, values));
  if (typeof template !== 'object' || template === null) return template;
  if ('$parts' in template && Array.isArray(template.$parts))
    return join(template.$parts as (string | Placeholder)[], values);
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, values)]));
}

function join(parts: readonly (string | Placeholder)[], values: Values): unknown {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') {
    const value = values(only);
    return only.type === 'integer' || only.type === 'json' ? numeric(only, value) : encode(value, only.encode);
  }
  return parts.map((part) => (typeof part === 'string' ? part : encode(values(part), part.encode))).join('');
}

function numeric(placeholder: Placeholder, value: unknown): unknown {
  return placeholder.type === 'integer' && typeof value === 'string' ? Number(value) : value;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Encodes a value for the place it goes to. */
function encode(value: unknown, how: Placeholder['encode']): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  if (how === 'html') return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
  return how === 'url-component' ? encodeURIComponent(text) : text;
}
