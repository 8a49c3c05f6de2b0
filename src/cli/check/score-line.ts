import { noScores, scoreText } from '../../check/score-text.ts';
import type { Scores } from '../../check/types.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { nearestWord } from '../../core/nearest-word.ts';
import { textKinds, type Scorer, type TextKind } from '../../core/scorer.ts';
import { normaliseText } from '../../load/normalise-text.ts';
import { guessFormat } from './guess-format.ts';

/** One line of the answer to a batch. */
export type ScoredLine =
  | { readonly id: unknown; readonly scores: Scores }
  | { readonly id: unknown; readonly scores: Scores; readonly findings: readonly Finding[] };

/** Scores one line `{"id", "kind", "text"}`; null stands for a line that is too long. */
export async function scoreLine(line: string | null, number: number, scorers: readonly Scorer[]): Promise<ScoredLine> {
  const bad = (why: string, id: unknown = null): ScoredLine => ({
    id,
    scores: noScores,
    findings: [finding('score/bad-line', { line: number, why })],
  });
  if (line === null) return bad('it is too long');
  const { id = null, kind = 'text', text } = parse(line);
  if (typeof text !== 'string') return bad('it is no JSON object with a "text"', id);
  if (!isKind(kind)) return bad(unknownKind(kind), id);
  const normalised = normaliseText(text);
  const { scores } = await scoreText(normalised, { kind, format: guessFormat(normalised, kind) }, scorers);
  return { id, scores };
}

function parse(line: string): { readonly id?: unknown; readonly kind?: unknown; readonly text?: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isKind(kind: unknown): kind is TextKind {
  return textKinds.some((known) => known === kind);
}

function unknownKind(kind: unknown): string {
  const nearest = nearestWord(String(kind), textKinds);
  const suggestion = nearest === undefined ? `known are ${textKinds.join(', ')}` : `did you mean "${nearest}"?`;
  return `there is no kind ${JSON.stringify(kind)}; ${suggestion}`;
}
