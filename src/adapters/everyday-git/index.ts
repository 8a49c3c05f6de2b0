export { everydayGit, whyOf, type EverydayGit, type Said } from './everyday-git.ts';
export { findCheckout } from './find-checkout.ts';
export { mergeTrees } from './merge-trees.ts';
export { moveBranch, type BranchMove } from './move-branch.ts';
export { commitFirst, prepareRepository, pushFirst } from './prepare-repository.ts';
export { pushBranch, type PushResult } from './push-branch.ts';
export { readSigningKey, readUser, type GitUser } from './read-user.ts';
export { writeCommit, type NewCommit } from './write-commit.ts';
export { tipOfBranch } from './tip-of-branch.ts';
