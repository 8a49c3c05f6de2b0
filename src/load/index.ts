export { actionCatalogue } from './action-catalogue.ts';
export { findExecutions } from './find-executions.ts';
export { loadBrand } from './load-brand.ts';
export { decisionFile, decisionFolder, loadDecision, type LoadedDecision } from './load-decision.ts';
export { loadExecution } from './load-execution.ts';
export { loadPolicy } from './load-policy.ts';
export { loadPolicyTest } from './load-policy-test.ts';
