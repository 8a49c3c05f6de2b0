import { Composer, LineCounter, type CST, type Document } from 'yaml';
import { finding, type Finding, type Place } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { limits } from '../limits.ts';
import { decodeText } from '../normalise-text.ts';
import { scanText } from '../scan-text.ts';
import { ProblemList } from '../problem-list.ts';
import { readLexemes } from './read-lexemes.ts';
import { syntaxWords } from './syntax-words.ts';
import { NodeWalker, type Position } from './walk-nodes.ts';

/** A file that was read: plain values, and where each stands. */
export interface ParsedFile {
  readonly file: string;
  readonly value: unknown;
  /** Normalised. */
  readonly text: string;
  /** Place of a value, or of the nearest one above it. */
  place(pointer: string): Place;
  /** Place of the key before a value. */
  keyPlace(pointer: string): Place;
  /** Problems that do not hinder reading on; they block all the same. */
  readonly problems: readonly Finding[];
}

/**
 * Reads YAML, or JSON for names ending in `.json`, from bytes that nobody trusts. Bounds are checked before any work
 * that grows with the input. Gives all problems at once; fails only where there is no value to go on with.
 */
export function parseYaml(bytes: Uint8Array, file: string): Result<ParsedFile> {
  if (bytes.length > limits.yamlBytes) {
    return failure([finding('yaml/too-large', { maximum: `${limits.yamlBytes / 1024} KB` }, { file })]);
  }
  const decoded = decodeText(bytes, file);
  return decoded.ok ? parseText(decoded.value, file) : decoded;
}

function parseText(text: string, file: string): Result<ParsedFile> {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const source: Source = { text, file, place, isJson: file.endsWith('.json'), all: new ProblemList() };
  // JSON may be indented with tabs; a tab inside a JSON text is an error that JSON.parse reports.
  const { tokens, problems } = readLexemes(source.isJson ? text.replaceAll('\t', ' ') : text, lines, place);
  source.all.addFrom(scanText(text, place));
  source.all.add(...problems);
  if (tokens.length === 0 || problems.length > 0) {
    return failure(source.all.isEmpty ? [finding('yaml/empty', {}, { file })] : source.all.findings);
  }
  const document = compose(tokens, source);
  return document === undefined ? failure([finding('yaml/empty', {}, { file })]) : finish(document, source);
}

/** A text on its way to values. */
interface Source {
  readonly text: string;
  readonly file: string;
  readonly place: (offset: number) => Place;
  readonly isJson: boolean;
  readonly all: ProblemList;
}

function compose(tokens: readonly CST.Token[], { text, place, isJson, all }: Source): Document.Parsed | undefined {
  if (isJson && !isJsonText(text)) all.report('yaml/not-json', {}, place(jsonProblemAt(text)));
  const [document, second] = [...new Composer(options).compose(tokens, true, text.length)];
  if (second !== undefined) all.report('yaml/several-documents', {}, place(second.range[0]));
  for (const error of isJson ? [] : (document?.errors ?? [])) {
    if (error.code === 'TAB_AS_INDENT') all.report('yaml/tab', {}, place(error.pos[0]));
    else all.report('yaml/syntax', syntaxWords(error), place(error.pos[0]));
  }
  return document;
}

const options = {
  version: '1.2',
  schema: 'core',
  uniqueKeys: false,
  merge: false,
  strict: true,
  prettyErrors: false,
} as const;

function finish(document: Document.Parsed, { text, file, place, all }: Source): Result<ParsedFile> {
  const isBroken = !all.isEmpty && all.findings.some(({ code }) => code.startsWith('yaml/'));
  if (isBroken) return failure(all.findings);
  if (document.contents === null || text.trim() === '')
    return failure([...all.findings, finding('yaml/empty', {}, { file })]);
  const walker = new NodeWalker(text, place);
  const value = walker.walk(document.contents, '', document.contents.range?.[0] ?? 0);
  all.add(...walker.problems.findings);
  return success({
    file,
    value,
    text,
    problems: all.findings,
    place: (pointer) => place(positionOf(walker.positions, pointer).value),
    keyPlace: (pointer) => place(positionOf(walker.positions, pointer).key),
  });
}

function positionOf(positions: ReadonlyMap<string, Position>, pointer: string): Position {
  for (let above = pointer; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const position = positions.get(above);
    if (position !== undefined) return position;
  }
  return positions.get('') ?? { value: 0, key: 0 };
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Node names the index of the problem in its message; elsewhere the start has to do. */
function jsonProblemAt(text: string): number {
  try {
    JSON.parse(text);
  } catch (error) {
    return Number(/at position (\d+)/.exec(String(error))?.[1] ?? 0);
  }
  return 0;
}
