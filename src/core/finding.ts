import type { Finding } from '../generated/types/finding.ts';
import { catalogue, type Catalogue } from './findings/catalogue.ts';

export type { Finding } from '../generated/types/finding.ts';
export type Severity = Finding['severity'];

/** Where a problem is: a file of the repository, line and column from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly evidence?: string;
}

export type FindingCode = keyof Catalogue;
type Parameters<C extends FindingCode> = Catalogue[C] extends FindingTemplate<infer P> ? P : never;

/** One entry of the catalogue: what a permanent code means and how it reads. */
export interface FindingTemplate<P> {
  readonly severity: Severity;
  /** For docs/findings.md: when this appears and why it matters. */
  readonly explanation: string;
  message(parameters: P): string;
  hint(parameters: P): string;
}

/** A problem with its permanent code, in the words of the catalogue. */
export function finding<C extends FindingCode>(
  code: C,
  parameters: Parameters<C>,
  place: Place = {},
  severity?: Severity,
): Finding {
  const template = catalogue[code] as unknown as FindingTemplate<Parameters<C>>;
  return {
    code,
    severity: severity ?? template.severity,
    message: template.message(parameters),
    hint: template.hint(parameters),
    ...place,
  };
}

/** Whether a finding stops an execution: unknown is never a pass. */
export function blocks(problem: Pick<Finding, 'severity'>): boolean {
  return problem.severity === 'block' || problem.severity === 'cannot-verify';
}
