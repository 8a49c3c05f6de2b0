export { authorsOfFolders } from './authors-of-folders.ts';
export { findApprovals } from './find-approvals.ts';
export { authorsOf, authorsOfMerge } from './find-authors.ts';
export { signersAt } from './judge-signature.ts';
export { listApprovalMerges } from './list-approval-merges.ts';
