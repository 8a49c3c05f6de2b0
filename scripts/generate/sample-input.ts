import type { Content, Media } from '../../src/core/contract.ts';
import { inlineBranches, referenceAt } from './references.ts';
import type { Schema } from './schema-files.ts';

/** The input that a schema gives as its own example, with what it refers to in place of the paths, as the loader does it. */
export function sampleInput(schema: Schema): unknown {
  return resolve(exampleOf(schema), schema);
}

function resolve(value: unknown, part: Schema): unknown {
  const as = referenceAt(part);
  if (as === 'content') return content(value);
  if (as === 'media') return media(String(value));
  if (as === 'data' && typeof value === 'string') {
    const [inline = {}] = inlineBranches(part);
    return resolve(exampleOf(inline), inline);
  }
  return resolveInside(value, part);
}

function resolveInside(value: unknown, part: Schema): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => resolve(item, (part['items'] ?? {}) as Schema));
  // There is no step before this one.
  if (typeof value === 'string') return value.replaceAll(/\$\{\{.*?\}\}/g, 'https://www.sample.example/');
  if (typeof value !== 'object' || value === null) return value;
  const properties = (part['properties'] ?? {}) as Record<string, Schema>;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one, properties[key] ?? {})]));
}

function exampleOf(part: Schema): unknown {
  return ((part['examples'] ?? []) as readonly unknown[])[0];
}

/** The line that laws want is there: an example shows what is allowed. */
function content(value: unknown): Content {
  const { text } = (typeof value === 'object' ? value : {}) as { text?: string };
  const place = { file: 'sample.md', line: 1, column: 1 };
  return { text: text ?? 'Hello. [Unsubscribe]({{{unsubscribe}}})', format: 'markdown', place };
}

function media(file: string): Media {
  return { sha256: '0'.repeat(64), bytes: 1000, type: 'image/png', file, width: 1200, height: 628 };
}
