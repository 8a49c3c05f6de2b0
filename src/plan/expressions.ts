/** A use of another step's output, as written: `${{ steps.blog.url }}`. */
export interface Expression {
  readonly is: 'expression';
  readonly step: string;
  readonly output: string;
  /** Offset in the text, in UTF-16 units. */
  readonly offset: number;
  /** As written. */
  readonly source: string;
}

/** Something inside `${{ }}` that is no use of an output. */
export interface BadExpression {
  readonly is: 'bad';
  readonly offset: number;
  readonly source: string;
}

/** Text cut at its expressions, in order. */
export type Segment = string | Expression | BadExpression;

const opening = /\$\$\{\{|\$\{\{/g;
const use = /^\s*steps\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\s*$/;

/**
 * Cuts text at `${{ steps.<step>.<output> }}`. `$${{` stands for the characters `${{` themselves. Neighbouring
 * literals are joined, empty ones left out.
 */
export function parseExpressions(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let literal = '';
  let position = 0;
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    literal += text.slice(position, match.index);
    if (match[0] === '$${{') {
      literal += '${{';
      position = opening.lastIndex;
      continue;
    }
    if (literal !== '') segments.push(literal);
    literal = '';
    const segment = readExpression(text, match.index);
    segments.push(segment);
    position = match.index + segment.source.length;
    opening.lastIndex = position;
  }
  literal += text.slice(position);
  return literal === '' ? segments : [...segments, literal];
}

function readExpression(text: string, offset: number): Expression | BadExpression {
  const close = text.indexOf('}}', offset + 3);
  // Without its end it reaches to the end of the line, so that the message shows no more than that.
  const lineEnd = text.indexOf('\n', offset);
  const end = close === -1 ? (lineEnd === -1 ? text.length : lineEnd) : close + 2;
  const source = text.slice(offset, end);
  const match = close === -1 ? null : use.exec(source.slice(3, -2));
  if (match === null) return { is: 'bad', offset, source };
  return { is: 'expression', step: match[1] ?? '', output: match[2] ?? '', offset, source };
}
