import type { FindingTemplate } from '../finding.ts';

/** Declares one code of the catalogue; the parameters of its words are type-checked at every use. */
export function define<P = Record<never, never>>(template: FindingTemplate<P>): FindingTemplate<P> {
  return template;
}
