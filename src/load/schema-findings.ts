import { finding, type Finding, type Place } from '../core/finding.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { checkPath } from './check-path.ts';
import { chooseBranches } from './choose-branches.ts';
import { exampleOf, kindInWords, patternInWords, typeInWords } from './schema-words.ts';
import type { SchemaProblem } from './types.ts';
import { escapePointer } from './yaml/walk-nodes.ts';

/** Where values and keys stand. */
export interface Locator {
  place(pointer: string): Place;
  keyPlace(pointer: string): Place;
}

/** Deviations from a schema in plain words, each at its place, with what to write instead. */
export function schemaFindings(problems: readonly SchemaProblem[], at: Locator): readonly Finding[] {
  return chooseBranches(problems).map((problem) => explain(problem, at));
}

type Explain = (problem: SchemaProblem, at: Locator) => Finding;

function explain(problem: SchemaProblem, at: Locator): Finding {
  const known: Readonly<Record<string, Explain>> = explanations;
  const explainOne = Object.hasOwn(known, problem.keyword) ? known[problem.keyword] : undefined;
  return (explainOne ?? otherRule)(problem, at);
}

const explanations = {
  additionalProperties: (problem, at) => {
    const key = text(problem.params['additionalProperty']);
    const known = Object.keys(object(problem.parentSchema?.['properties'])).filter((name) => !has(problem.data, name));
    const place = at.keyPlace(`${problem.instancePath}/${escapePointer(key)}`);
    return finding('schema/unknown-key', { key, known, nearest: nearestWord(key, known) }, place);
  },
  required: (problem, at) => {
    const name = text(problem.params['missingProperty']);
    const schema = object(object(problem.parentSchema?.['properties'])[name]);
    return finding('schema/missing-key', { name, ...expected(schema) }, at.keyPlace(problem.instancePath));
  },
  type: (problem, at) => wrongType(problem, typeInWords(problem.params['type']), at),
  oneOf: (problem, at) => wrongType(problem, branchesInWords(problem.parentSchema), at),
  const: (problem, at) => choice(problem, [problem.params['allowedValue']], at),
  enum: (problem, at) => choice(problem, problem.params['allowedValues'], at),
  pattern: (problem, at) => {
    const value = text(problem.data);
    const place = at.place(problem.instancePath);
    const pathProblem = problem.params['pattern'] === '^\\./' ? checkPath(value, place) : null;
    if (pathProblem !== null) return pathProblem;
    const form = patternInWords(text(problem.params['pattern']));
    return finding('schema/wrong-form', { ...named(problem), value: shorten(value), form }, place);
  },
  minimum: (problem, at) => outOfRange(problem, `it must be at least ${limitOf(problem)}`, at),
  maximum: (problem, at) => outOfRange(problem, `it may be at most ${limitOf(problem)}`, at),
  minLength: (problem, at) => outOfRange(problem, `at least ${limitOf(problem)} characters are needed`, at),
  maxLength: (problem, at) => outOfRange(problem, `at most ${limitOf(problem)} characters fit`, at),
  minItems: (problem, at) => outOfRange(problem, `at least ${limitOf(problem)} are needed`, at),
  maxItems: (problem, at) => outOfRange(problem, `at most ${limitOf(problem)} are possible`, at),
  minProperties: (problem, at) => outOfRange(problem, `at least ${limitOf(problem)} are needed`, at),
  maxProperties: (problem, at) => outOfRange(problem, `at most ${limitOf(problem)} are possible`, at),
  uniqueItems: (problem, at) => {
    const index = Number(problem.params['j']);
    const value = Array.isArray(problem.data) ? exampleOf((problem.data as unknown[])[index]) : '';
    const place = at.place(`${problem.instancePath}/${Number(problem.params['i'])}`);
    return finding('schema/repeated-item', { name: nameOf(problem), value }, place);
  },
} satisfies Record<string, Explain>;

function otherRule(problem: SchemaProblem, at: Locator): Finding {
  return finding('schema/other', { name: nameOf(problem), rule: problem.keyword }, at.place(problem.instancePath));
}

function wrongType(problem: SchemaProblem, wanted: string, at: Locator): Finding {
  const parameters = { ...named(problem), wanted, given: kindInWords(problem.data) };
  return finding('schema/wrong-type', parameters, at.place(problem.instancePath));
}

function choice(problem: SchemaProblem, allowed: unknown, at: Locator): Finding {
  const choices = (Array.isArray(allowed) ? allowed : []).map(text);
  const value = shorten(text(problem.data));
  const parameters = { name: nameOf(problem), value, choices, nearest: nearestWord(value, choices) };
  return finding('schema/unknown-choice', parameters, at.place(problem.instancePath));
}

function outOfRange(problem: SchemaProblem, bound: string, at: Locator): Finding {
  const value = sizeInWords(problem.data);
  return finding('schema/out-of-range', { ...named(problem), value, bound }, at.place(problem.instancePath));
}

function sizeInWords(data: unknown): string {
  if (typeof data === 'string') return `${Array.from(data).length} characters long`;
  return typeof data === 'object' && data !== null ? `${Object.keys(data).length} long` : text(data);
}

function branchesInWords(schema: SchemaProblem['parentSchema']): string {
  const branches = Array.isArray(schema?.['oneOf']) ? (schema['oneOf'] as unknown[]) : [];
  return [...new Set(branches.map((branch) => typeInWords(object(branch)['type'])))].join(' or ');
}

function named(problem: SchemaProblem): { name: string; description: string; example: string } {
  return { name: nameOf(problem), ...expected(problem.parentSchema ?? {}) };
}

function expected(schema: Readonly<Record<string, unknown>>): { description: string; example: string } {
  const examples = schema['examples'];
  return {
    description: typeof schema['description'] === 'string' ? schema['description'] : '',
    example: Array.isArray(examples) && examples.length > 0 ? exampleOf(examples[0]) : '',
  };
}

/** The last key of the path; items of lists go by the name of their list. */
function nameOf({ instancePath }: SchemaProblem): string {
  const keys = instancePath
    .split('/')
    .slice(1)
    .filter((key) => !/^\d+$/.test(key));
  return (keys.at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}

function limitOf({ params }: SchemaProblem): string {
  return text(params['limit']);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : exampleOf(value);
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function has(value: unknown, key: string): boolean {
  return Object.hasOwn(object(value), key);
}
