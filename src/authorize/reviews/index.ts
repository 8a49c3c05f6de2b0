export { digestOfCommit, type Planner, type ReviewedCommit } from './digest-of-commit.ts';
export { evidenceOfReviews } from './evidence-of-reviews.ts';
export { gatherReviewFacts, type Thoroughness } from './gather-review-facts.ts';
export type * from './types.ts';
