export { checkExecutions } from './check-executions.ts';
export { longestScoredText, noScores, scoreText } from './score-text.ts';
export type * from './types.ts';
