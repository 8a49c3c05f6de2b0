export { checkExecutions } from './check-executions.ts';
export { longestScoredText, scoreText } from './score-text.ts';
export type * from './types.ts';
