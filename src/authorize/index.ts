export { evaluateApprovals } from './evaluate-approvals.ts';
export { isFrozen, type FreezeScope } from './freeze.ts';
export { ignoreReason, isAuthor } from './ignore-reason.ts';
export { personDirectory } from './person-directory.ts';
export { requirementsFor } from './requirements-for.ts';
export { confirmsSpend, isOverCeiling, spendTotals, spendWords } from './spend-totals.ts';
export type * from './types.ts';
export { isDue, type Due } from './windows.ts';
