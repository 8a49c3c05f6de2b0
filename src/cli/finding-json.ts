import type { Finding } from '../core/finding.ts';

/**
 * A finding as programs read it: every field is there, so that whoever reads it need not ask. What concerns a whole file
 * stands at its beginning, where editors and annotations show it; what concerns no file has no place.
 */
export function findingJson({ code, severity, file, line, column, evidence, message, hint }: Finding): object {
  const start = file === undefined ? null : 1;
  return {
    code,
    severity,
    file: file ?? null,
    line: line ?? start,
    column: column ?? start,
    message,
    hint,
    ...(evidence !== undefined && { evidence }),
  };
}
