export { loadActions } from './resolve-steps.ts';
export { planExecution } from './plan-execution.ts';
export { undoneSteps } from './plan-rollback.ts';
export { walkInput } from './walk-input.ts';
