import { resolve } from 'node:path';
import { readBytes } from '../../adapters/files/read-files.ts';
import { readLines } from '../../adapters/process/read-lines.ts';
import { longestScoredText, scoreText } from '../../check/score-text.ts';
import { finding } from '../../core/finding.ts';
import type { Scorer, TextKind } from '../../core/scorer.ts';
import { scorers } from '../../generated/registry.ts';
import { decodeText } from '../../load/normalise-text.ts';
import { renderScores } from '../../report/render-scores.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';
import { guessFormat } from '../check/guess-format.ts';
import { scoreLine } from '../check/score-line.ts';

interface Options {
  readonly kind?: TextKind;
  readonly format?: string;
}

/** A line of a batch may hold a text of the longest length, each character escaped. */
const longestLine = 6 * longestScoredText + 1024;

/** Scores one file, or every line of standard input. */
export async function handle(file: string | null, raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const loaded = await Promise.all(Object.values(scorers).map((load) => load()));
  return file === null ? scoreBatch(loaded, io) : scoreFile(file, options, loaded, io);
}

async function scoreFile(file: string, options: Options, loaded: readonly Scorer[], io: Io): Promise<number> {
  const { kind = 'text', format } = options;
  const bytes = await readBytes(resolve(io.cwd, file));
  if (bytes === null) return printFailure(io, format, [finding('command/not-found', { path: file, what: 'file' })]);
  const text = decodeText(bytes, file);
  if (!text.ok) return printFailure(io, format, text.error);
  const { scores, details } = await scoreText(
    text.value,
    { kind, format: guessFormat(text.value, kind, file) },
    loaded,
  );
  if (format === 'json') printJson(io, { version: 1, kind, scores, details });
  else io.stdout(renderScores(scores, details));
  return 0;
}

/** Line by line, so that memory stays the same however many there are. A line that cannot be read is said in its place. */
async function scoreBatch(loaded: readonly Scorer[], io: Io): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const line of readLines(longestLine)) {
    number += 1;
    if (line !== null && line.trim() === '') continue;
    const answer = await scoreLine(line, number, loaded);
    if ('findings' in answer) code = 1;
    io.stdout(`${JSON.stringify(answer)}\n`);
  }
  return code;
}
