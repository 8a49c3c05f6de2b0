// Codes of the area: approval. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

const people = (list: readonly string[]): string =>
  list.length === 0 ? 'nobody in this repository' : list.join(' or ');

export const approvalFindings = {
  'approval/missing': define<{ rule: string; missing: number; whoCan: readonly string[] }>({
    severity: 'block',
    explanation: 'A rule of the policy needs more approvals of exactly this content than there are.',
    message: ({ rule, missing }) =>
      `${rule}: ${missing} more ${missing === 1 ? 'approval is' : 'approvals are'} missing.`,
    hint: ({ whoCan }) => `Ask ${people(whoCan)} to approve. Those who wrote it cannot.`,
  }),
  'approval/unknown-group': define<{ rule: string; group: string }>({
    severity: 'block',
    explanation: 'A rule asks for a group that the policy does not define, so that nobody can meet it.',
    message: ({ rule, group }) =>
      `The rule "${rule}" asks for the group "${group}", which mergecast.yaml does not define.`,
    hint: ({ group }) =>
      `Add "${group}" with its members under "groups" in mergecast.yaml, or correct the name in the rule.`,
  }),
  'approval/spend-not-confirmed': define<{
    amounts: string;
    ceiling: string;
    overage?: string;
    said?: readonly string[];
  }>({
    severity: 'block',
    explanation:
      'The execution may spend more than the brand allows. It then needs an approver who states the exact amount, so that nobody agrees to a number they did not read.',
    message: ({ amounts, ceiling, said = [] }) =>
      `This may spend ${amounts}, and the brand's limit is ${ceiling}. No approver has confirmed that amount${said.length === 0 ? '' : `: ${said.join('; ')}`}.`,
    hint: ({ amounts, overage }) =>
      `An approver who agrees writes into the approving review: "Spend: ${amounts}"${overage === undefined ? '' : ` and, on a line of its own, "Over by: ${overage}"`}. Without a forge: mergecast approve BRANCH --confirm-spend "${amounts}". Or lower the budget.`,
  }),
  'approval/team-unreadable': define<{ rule: string; team: string }>({
    severity: 'cannot-verify',
    explanation:
      'A rule asks for the members of a team of the forge, and its members could not be read. Nobody is taken for a member then.',
    message: ({ rule, team }) =>
      `The members of the team ${team}, which the rule "${rule}" asks for, could not be read.`,
    hint: () =>
      'Give the token the right to read members of the organisation, or list the people by account under people in mergecast.yaml.',
  }),
  'approval/changes-requested': define<{ who: string; url: string }>({
    severity: 'block',
    explanation:
      'Somebody whose word has weight asked for changes. That stops it whoever else approves, until the same person approves or the review is dismissed; dismissing revives no earlier approval.',
    message: ({ who }) => `${who} asked for changes.`,
    hint: ({ who, url }) => `Settle it with ${who}, who then approves in a new review: ${url}`,
  }),
  'approval/other-base': define<{ branch: string; defaultBranch: string }>({
    severity: 'block',
    explanation: 'Only what goes to the default branch is executed, and only a review of what goes there approves it.',
    message: ({ branch, defaultBranch }) => `This pull request goes to "${branch}", not to "${defaultBranch}".`,
    hint: ({ defaultBranch }) => `Change the branch it goes to to "${defaultBranch}" and have it approved then.`,
  }),
  'approval/question-open': define<{ rule: string; id: string; ask: string }>({
    severity: 'block',
    explanation: 'A rule of the policy asks a question that only a person can answer, and nobody has answered it.',
    message: ({ rule, ask }) => `${rule}: nobody has answered "${ask}"`,
    hint: ({ id }) => `An approver of this rule writes into the approving review: "Answer ${id}: ..." with the answer.`,
  }),
  'approval/client-missing': define<{ rule: string }>({
    severity: 'block',
    explanation: "A rule asks for the client's word besides the approval. Somebody who did not write it records it.",
    message: ({ rule }) => `${rule}: the client's word is missing.`,
    hint: () => 'An approver writes into the approving review: "Client: " with who agreed, how and when.',
  }),
  'approval/unmatched-author': define<{ emails: readonly string[] }>({
    severity: 'warn',
    explanation:
      'A commit names an address that belongs to no known account, so that it is not certain that an approver did not write it. At high and critical risk such approvals count only by people whose addresses the policy lists.',
    message: ({ emails }) => `Nobody knows who ${emails.join(' and ')} is, who wrote part of this.`,
    hint: () => 'Add the address to its account on the forge, or list it under people in mergecast.yaml.',
  }),
  'approval/self-approval': define<{ who: string }>({
    severity: 'warn',
    explanation:
      'Someone approved their own work. That counts in the sandbox only, and only where the policy allows it, so that one person can try everything out.',
    message: ({ who }) => `${who} approved their own work. This counts in the sandbox only.`,
    hint: () => 'Before it goes live, someone else must approve it.',
  }),
  'approval/self-approval-refused': define<{ who: string }>({
    severity: 'block',
    explanation: 'Authors, committers and co-authors of a change cannot approve it.',
    message: ({ who }) => `${who} wrote part of this, so an approval by ${who} would not count.`,
    hint: () =>
      'Ask someone else to approve. To try it alone in the sandbox, set "sandbox: { self-approval: true }" in mergecast.yaml.',
  }),
  'approval/would-not-count': define<{ who: string; why: string }>({
    severity: 'block',
    explanation: 'The approval that was about to be made would be ignored, so it is not made.',
    message: ({ who, why }) => `An approval by ${who} would not count: ${why}`,
    hint: () => 'Ask someone whom the policy names, or change the policy by a proposal of its own.',
  }),
  'approval/on-trust': define<{ who: string }>({
    severity: 'warn',
    explanation:
      'An approval without a signature proves only that somebody could push. It counts in the sandbox, and live only where the policy says so.',
    message: ({ who }) => `The approval by ${who} is on trust: it is not signed.`,
    hint: () =>
      'To sign, let git sign with an SSH key (gpg.format=ssh, user.signingkey) and have the public key listed in .mergecast/allowed_signers.',
  }),
  'approval/unlisted-key': define<{ why: string }>({
    severity: 'warn',
    explanation:
      'git is set up to sign, but the key is not one that the default branch allows. The approval is made without a signature, on trust.',
    message: ({ why }) => `Your signature would not be accepted: ${why}. The approval is made on trust instead.`,
    hint: () =>
      'Have your public key added to .mergecast/allowed_signers by a proposal of its own, then approve again.',
  }),
  'approval/cannot-sign': define<{ why: string }>({
    severity: 'block',
    explanation:
      'git is set up to sign commits but the signing failed. An approval that should be signed is not made unsigned.',
    message: ({ why }) => `git could not sign the approval: ${why}`,
    hint: () => 'Check user.signingkey and that the key is unlocked (ssh-add), then approve again.',
  }),
  'approval/no-user': define({
    severity: 'block',
    explanation: 'git does not know who you are, and an approval must have a name.',
    message: () => 'git does not know your name and e-mail address.',
    hint: () =>
      'Set them: git config --global user.name "Ines Roth" and git config --global user.email ines@acme.example',
  }),
  'approval/nothing-to-approve': define<{ branch: string }>({
    severity: 'block',
    explanation: 'The branch holds no execution that the default branch does not have with an approval already.',
    message: ({ branch }) => `The branch "${branch}" holds no execution to approve.`,
    hint: () => 'Name a branch that adds or changes a folder under executions/. `mergecast propose` makes one.',
  }),
  'approval/is-default-branch': define<{ branch: string }>({
    severity: 'block',
    explanation: 'Approving merges a proposal into the default branch; the default branch itself is not a proposal.',
    message: ({ branch }) => `"${branch}" is the default branch itself.`,
    hint: () => 'Name the branch that holds the proposal. `git branch --all` lists them.',
  }),
  'approval/merge-conflict': define<{ branch: string; paths: readonly string[] }>({
    severity: 'block',
    explanation: "The branch and the default branch changed the same lines, so the merged content would be nobody's.",
    message: ({ branch, paths }) =>
      `"${branch}" does not merge cleanly: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ' and more' : ''}.`,
    hint: () =>
      'Bring the branch up to date (merge or rebase on the default branch), push it, and have it approved then.',
  }),
  'approval/merged-content-differs': define<{ branchDigest: string; mergedDigest: string }>({
    severity: 'block',
    explanation:
      'What would be sent from the merged result is not what the branch shows, because the default branch has moved on.',
    message: ({ branchDigest, mergedDigest }) =>
      `Merging changes what is sent: ${branchDigest} on the branch, ${mergedDigest} after the merge.`,
    hint: () => 'Bring the branch up to date with the default branch, look at it again, then approve it.',
  }),
  'approval/dirty-work-tree': define<{ branch: string; paths: readonly string[] }>({
    severity: 'block',
    explanation:
      'The default branch is checked out with changes that are not committed; moving it would mix them with the approval.',
    message: ({ branch, paths }) =>
      `"${branch}" is checked out here with uncommitted changes: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ' and more' : ''}.`,
    hint: () =>
      'Commit them to a branch of their own (`mergecast propose` does that for an execution), then approve again. Nothing was changed.',
  }),
  'approval/base-moved': define<{ branch: string }>({
    severity: 'block',
    explanation: 'Somebody changed the default branch while the approval was being made.',
    message: ({ branch }) => `"${branch}" moved while the approval was being made. Nothing was changed.`,
    hint: () => 'Run the same command again; it checks the new state.',
  }),
  'approval/not-pushed': define<{ branch: string; why: string }>({
    severity: 'block',
    explanation: 'The approval could not be pushed to origin, so it does not exist for anyone else.',
    message: ({ branch, why }) => `The approval could not be pushed to "${branch}": ${why}`,
    hint: () => 'Check your access to origin. If the branch only accepts pull requests, approve there.',
  }),
  'approval/bad-amount': define<{ text: string }>({
    severity: 'block',
    explanation: 'The confirmed amount could not be read.',
    message: ({ text }) => `"${text}" is not an amount of money.`,
    hint: () => 'Write the currency and the amount without thousands separators, for example "EUR 12500.00".',
  }),
  'approval/other-amount': define<{ stated: string; amounts: string }>({
    severity: 'block',
    explanation: 'The confirmed amount is not the one that the execution may spend.',
    message: ({ stated, amounts }) => `You confirmed ${stated}, but this may spend ${amounts}.`,
    hint: ({ amounts }) => `If you agree to that amount, write --confirm-spend "${amounts}".`,
  }),
  'approval/would-expire': define<{ at: string; lifetime: string; until: string }>({
    severity: 'block',
    explanation:
      'Approvals count for a time only, so that nobody sends what nobody remembers. The planned time lies beyond it.',
    message: ({ at, lifetime }) => `It is planned for ${at}, but an approval given now counts for ${lifetime} only.`,
    hint: ({ until }) => `Choose a time before ${until}, or propose it closer to its time.`,
  }),
};
