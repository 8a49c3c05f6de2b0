export { authorsOfFolders } from './authors-of-folders.ts';
export { findApprovals, type FindOptions, type FoundApproval, type FoundApprovals } from './find-approvals.ts';
export { authorsOf, authorsOfMerge } from './find-authors.ts';
export { allowedSignersPath, judgeSignature, signersAt } from './judge-signature.ts';
export { listApprovalMerges, type ApprovalMerge } from './list-approval-merges.ts';
