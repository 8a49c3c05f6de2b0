export { accountName } from './account-name.ts';
export { evidenceOfReviews, type ReviewedContent } from './evidence-of-reviews.ts';
export { gatherReviewFacts } from './gather-review-facts.ts';
export { readStatements, type Statements } from './read-statements.ts';
export type * from './types.ts';
