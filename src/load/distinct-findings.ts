import type { Finding } from '../core/finding.ts';

/** Each problem once: the same content may be used by several steps, and a link is one wherever it is named. */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = (one: Finding): string => (/^path\/sym|^path\/sub/.test(one.code) ? one.message : JSON.stringify(one));
  return [...new Map(findings.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}
