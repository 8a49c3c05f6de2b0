import type { Question } from '../types.ts';
import { accountsListed } from './accounts-listed.ts';
import { approvalsRequired } from './approvals-required.ts';
import { authorStandIn } from './author-stand-in.ts';
import { botMergesFound } from './bot-merges-found.ts';
import { botsApproveNothing } from './bots-approve-nothing.ts';
import { branchKept } from './branch-kept.ts';
import { brandsUsable } from './brands-usable.ts';
import { checkBound } from './check-bound.ts';
import { checkRequired } from './check-required.ts';
import { checklistProven } from './checklist-proven.ts';
import { deployKeyThere } from './deploy-key-there.ts';
import { environmentBindsAll } from './environment-binds-all.ts';
import { environmentClosed } from './environment-closed.ts';
import { environmentThere } from './environment-there.ts';
import { executorElsewhere } from './executor-elsewhere.ts';
import { forgeNamed } from './forge-named.ts';
import { gitVersion } from './git-version.ts';
import { journalBegun } from './journal-begun.ts';
import { journalKept } from './journal-kept.ts';
import { journalKey } from './journal-key.ts';
import { journalPattern } from './journal-pattern.ts';
import { journalProtected } from './journal-protected.ts';
import { journalWriter } from './journal-writer.ts';
import { lastPushApproved } from './last-push-approved.ts';
import { nodeVersion } from './node-version.ts';
import { notArchived } from './not-archived.ts';
import { notFrozen } from './not-frozen.ts';
import { oneDeployKey } from './one-deploy-key.ts';
import { ownersAsked } from './owners-asked.ts';
import { ownersFile } from './owners-file.ts';
import { ownersNamed } from './owners-named.ts';
import { policyUsable } from './policy-usable.ts';
import { pullRequestRequired } from './pull-request-required.ts';
import { rulesBindAll } from './rules-bind-all.ts';
import { rulesMeetable } from './rules-meetable.ts';
import { sameDefaultBranch } from './same-default-branch.ts';
import { scheduleRuns } from './schedule-runs.ts';
import { secretsHidden } from './secrets-hidden.ts';
import { secretsPlaced } from './secrets-placed.ts';
import { staleDismissed } from './stale-dismissed.ts';
import { tokenReads } from './token-reads.ts';
import { trustedBase } from './trusted-base.ts';
import { workflowsActive } from './workflows-active.ts';
import { workflowsPinned } from './workflows-pinned.ts';
import { workflowsThere } from './workflows-there.ts';
import { workflowsUnchanged } from './workflows-unchanged.ts';

/** Everything that doctor asks, in the order in which a person would mend it. */
export const questions: readonly Question[] = [
  nodeVersion,
  gitVersion,
  policyUsable,
  brandsUsable,
  ownersNamed,
  rulesMeetable,
  authorStandIn,
  journalBegun,
  journalKey,
  trustedBase,
  notFrozen,
  forgeNamed,
  notArchived,
  sameDefaultBranch,
  accountsListed,
  checklistProven,
  pullRequestRequired,
  approvalsRequired,
  staleDismissed,
  lastPushApproved,
  ownersAsked,
  checkRequired,
  checkBound,
  branchKept,
  rulesBindAll,
  ownersFile,
  workflowsThere,
  workflowsUnchanged,
  workflowsPinned,
  workflowsActive,
  scheduleRuns,
  botMergesFound,
  tokenReads,
  botsApproveNothing,
  environmentThere,
  environmentClosed,
  environmentBindsAll,
  secretsPlaced,
  secretsHidden,
  executorElsewhere,
  journalProtected,
  journalPattern,
  journalWriter,
  journalKept,
  deployKeyThere,
  oneDeployKey,
];
