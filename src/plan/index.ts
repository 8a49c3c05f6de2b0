export { contentAsHtml } from './render-content.ts';
export { loadActions } from './resolve-steps.ts';
export { planExecution } from './plan-execution.ts';
export { undoneSteps } from './plan-rollback.ts';
export { htmlToBlocks } from './html-to-text.ts';
export { isLoopback } from './resolve-connection.ts';
export { walkInput } from './walk-input.ts';
