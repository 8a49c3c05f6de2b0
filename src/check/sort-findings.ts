import type { Finding } from '../core/finding.ts';

/** By place, then by code: the same findings come in the same order on every machine. Equal ones are said once. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const byKey = new Map(findings.map((one) => [keyOf(one), one]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function keyOf({ file = '', line = 0, column = 0, code, message, evidence = '', severity }: Finding): string {
  const number = (value: number): string => String(value).padStart(10, '0');
  return [file, number(line), number(column), code, message, evidence, severity].join('\0');
}
