import type { Plan } from '../../generated/types/plan.ts';

/** A picture that goes out, as bytes in the page. */
export interface Picture {
  /** `data:image/png;base64,...` */
  readonly address: string;
  readonly alternative: string;
}

/** What a preview page is made of. */
export interface PreviewInput {
  readonly plan: Plan;
  /** Name of the brand. */
  readonly brand: string;
  /** By SHA-256. */
  readonly pictures: ReadonlyMap<string, Picture>;
}
