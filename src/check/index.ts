export { checkExecutions } from './check-executions.ts';
export type * from './types.ts';
