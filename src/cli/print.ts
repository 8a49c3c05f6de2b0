import type { Finding } from '../core/finding.ts';
import { revealHidden } from '../report/reveal-hidden.ts';
import { wrapLines } from '../report/wrap-lines.ts';
import { findingJson } from './finding-json.ts';
import type { Io } from './io.ts';

/** The result as one JSON document on stdout. */
export function printJson(io: Io, value: object): void {
  io.stdout(`${JSON.stringify(value, null, 2)}\n`);
}

/** Problems that stop a command: as JSON with the command's own fields, or in words. Returns the exit code. */
export function printFailure(
  io: Io,
  format: string | undefined,
  findings: readonly Finding[],
  rest: Readonly<Record<string, unknown>> = {},
): number {
  if (format === 'json') printJson(io, { version: 1, ...rest, findings: findings.map(findingJson) });
  else io.stderr(renderFindings(findings));
  return 1;
}

/** Findings in words, each with its place, code and what to do; 80 columns, and nothing in them steers the terminal. */
export function renderFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ code, message, hint, file, line, column }) => {
      const place = [file, line, column].filter((part) => part !== undefined).join(':');
      const text = `${file === undefined ? '' : `${place}\n  `}${message}\n  -> ${hint} (${code})\n`;
      return wrapLines(revealHidden(text), 80);
    })
    .join('');
}
