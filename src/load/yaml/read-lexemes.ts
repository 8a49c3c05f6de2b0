import { CST, Lexer, Parser, type LineCounter } from 'yaml';
import type { Finding, FindingCode, Place } from '../../core/finding.ts';
import { finding } from '../../core/finding.ts';
import { limits } from '../limits.ts';
import { ProblemList } from '../problem-list.ts';

/** What the first pass gives: tokens to compose, and everything that plain YAML does not have. */
export interface Lexemes {
  readonly tokens: readonly CST.Token[];
  readonly problems: readonly Finding[];
}

/** Lexemes that mark the kind of what follows and are not in the text. */
const marks = new Set(['scalar', 'doc-mode', 'flow-error-end']);
const uncounted = new Set(['space', 'newline', 'comment', 'byte-order-mark', ...marks]);
const refused: ReadonlyMap<string, FindingCode & `yaml/${'anchor' | 'alias' | 'tag' | 'directive'}`> = new Map([
  ['anchor', 'yaml/anchor'],
  ['alias', 'yaml/alias'],
  ['tag', 'yaml/tag'],
  ['directive-line', 'yaml/directive'],
]);

/**
 * Splits YAML lexeme by lexeme and stops at the bounds for number and depth, so that a hostile file costs no more than
 * the part that was read: nothing is composed, expanded or resolved here.
 */
export function readLexemes(text: string, lines: LineCounter, place: (offset: number) => Place): Lexemes {
  // The library's time grows with the square of the lines: 250,000 empty ones take it 47 seconds.
  if (text.split('\n', limits.yamlLines + 1).length > limits.yamlLines) {
    return { tokens: [], problems: [finding('yaml/too-many-nodes', { maximum: limits.yamlLines }, place(0))] };
  }
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  const problems = new ProblemList();
  let nodes = 0;
  lines.addNewLine(0);
  for (const { lexeme, type, offset } of typedLexemes(text)) {
    const code = refused.get(type);
    if (code !== undefined) problems.report(code, { source: lexeme.trim().slice(0, 60) }, place(offset));
    if (!uncounted.has(type)) nodes += 1;
    tokens.push(...parser.next(lexeme));
    const bound = boundReached(nodes, parser);
    if (bound !== null) return { tokens: [], problems: [bound(place(offset))] };
  }
  tokens.push(...parser.end());
  return { tokens, problems: [...problems.findings, ...unquotedExpressions(text, tokens, place)] };
}

interface Lexeme {
  readonly lexeme: string;
  readonly type: string;
  readonly offset: number;
}

/** Lexemes with their kind and place: what follows the mark of a scalar is its text, whatever it looks like. */
function* typedLexemes(text: string): Generator<Lexeme> {
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type: string = isScalar ? 'text' : (CST.tokenType(lexeme) ?? '');
    isScalar = type === 'scalar';
    yield { lexeme, type, offset };
    if (!marks.has(type)) offset += lexeme.length;
  }
}

function boundReached(nodes: number, parser: Parser): ((place: Place) => Finding) | null {
  if (nodes > limits.yamlNodes) return (place) => finding('yaml/too-many-nodes', { maximum: limits.yamlNodes }, place);
  // The parser's stack is the nesting so far; one more for the document and one for the value in hand.
  const { stack } = parser as unknown as { readonly stack: readonly unknown[] };
  return stack.length > limits.yamlDepth + 2
    ? (place) => finding('yaml/too-deep', { maximum: limits.yamlDepth }, place)
    : null;
}

/** `${{ steps.x.y }}` without quotes where YAML takes the braces for its own: inside a flow collection. */
function* unquotedExpressions(
  text: string,
  tokens: readonly CST.Token[],
  place: (offset: number) => Place,
): Generator<Finding> {
  const starts = new Set<number>();
  for (const token of tokens)
    if (token.type === 'document') CST.visit(token, ({ value }) => collectDollars(value, starts));
  for (const start of starts) {
    const expression = /^\$?\$\{\{[^{}\n]*\}\}/.exec(text.slice(start, start + 200))?.[0];
    if (expression !== undefined) yield finding('yaml/unquoted-expression', { expression }, place(start));
  }
}

function collectDollars(value: CST.Token | undefined | null, starts: Set<number>): void {
  if (value?.type !== 'flow-collection') return;
  for (const item of value.items) {
    for (const part of [item.key, item.value]) {
      if (part?.type === 'scalar' && part.source.endsWith('$')) starts.add(part.offset + part.source.length - 1);
    }
  }
}
