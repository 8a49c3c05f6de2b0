export { evidenceOfReviews } from './evidence-of-reviews.ts';
export { gatherReviewFacts } from './gather-review-facts.ts';
export type * from './types.ts';
