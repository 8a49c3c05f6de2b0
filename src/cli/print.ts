import type { Finding } from '../core/finding.ts';
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
  if (format === 'json') printJson(io, { version: 1, ...rest, findings });
  else io.stderr(renderFindings(findings));
  return 1;
}

/** Findings in words, each with its place, code and what to do. */
export function renderFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ code, message, hint, file, line, column }) => {
      const place =
        file === undefined ? '' : `${[file, line, column].filter((part) => part !== undefined).join(':')}\n  `;
      return `${place}${message}\n  -> ${hint} (${code})\n`;
    })
    .join('');
}
