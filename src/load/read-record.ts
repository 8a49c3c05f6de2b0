import { finding, type Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Validator } from '../core/validator.ts';
import { schemaFindings } from './schema-findings.ts';
import { parseYaml, type ParsedFile } from './yaml/parse-yaml.ts';

/** A file of keys and values, with what is wrong with it; the value is as parsed, whatever its shape. */
export interface ReadRecord {
  readonly parsed: ParsedFile;
  readonly value: Readonly<Record<string, unknown>>;
  readonly problems: readonly Finding[];
}

/** Parses a file and holds it against its schema. Fails only where there are no keys and values to go on with. */
export function readRecord(bytes: Uint8Array, file: string, validate: Validator): Result<ReadRecord> {
  const parsed = parseMapping(bytes, file);
  if (!parsed.ok) return parsed;
  const { value } = parsed.value;
  const { problems } = parsed.value;
  const errors = validate(value) ? [] : [...(validate.errors ?? [])];
  return success({
    parsed: parsed.value,
    value: value as Record<string, unknown>,
    problems: [...problems, ...elsewhere(schemaFindings(errors, parsed.value), problems)],
  });
}

/** What is broken as such need not be held against the schema too. */
export function elsewhere(findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  const places = new Set(known.map(({ file, line, column }) => `${file}:${line}:${column}`));
  return findings.filter(({ file, line, column }) => !places.has(`${file}:${line}:${column}`));
}

/** Parses a file that must consist of keys and values. */
export function parseMapping(bytes: Uint8Array, file: string): Result<ParsedFile> {
  const parsed = parseYaml(bytes, file);
  if (!parsed.ok || isMapping(parsed.value.value)) return parsed;
  return failure([...parsed.value.problems, finding('yaml/not-a-mapping', {}, { file, line: 1, column: 1 })]);
}

/** Parses a data file: keys and values, or a list of them. */
export function parseData(bytes: Uint8Array, file: string): Result<ParsedFile> {
  const parsed = parseYaml(bytes, file);
  if (!parsed.ok || (typeof parsed.value.value === 'object' && parsed.value.value !== null)) return parsed;
  return failure([...parsed.value.problems, finding('yaml/not-a-mapping', {}, { file, line: 1, column: 1 })]);
}

/** Whether a value consists of keys and values. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
