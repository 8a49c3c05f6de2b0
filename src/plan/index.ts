export { planExecution } from './plan-execution.ts';
export { isLoopback } from './resolve-connection.ts';
