// Codes of the area: journal. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

interface Where {
  ref: string;
  commit: string;
}

const stop =
  'Stop and find out who pushed it (git log shows when). Nothing runs until the ref is as this runner signed it.';

export const journalFindings = {
  'journal/unsigned-entry': define<Where>({
    severity: 'block',
    explanation:
      "An entry of the journal carries no signature of the executor's key. Whoever can push can annoy in this way, not deceive.",
    message: ({ ref, commit }) => `${ref} holds an entry that the executor did not sign (commit ${commit}).`,
    hint: () => stop,
  }),
  'journal/misplaced-entry': define<Where>({
    severity: 'block',
    explanation: 'A validly signed entry of another execution, repository, world or ref was put here.',
    message: ({ ref, commit }) => `${ref} holds an entry that was signed for another place (commit ${commit}).`,
    hint: () => stop,
  }),
  'journal/broken-chain': define<Where>({
    severity: 'block',
    explanation: 'The chain of hashes is broken: an entry was changed, left out or put in.',
    message: ({ ref, commit }) => `The chain of ${ref} is broken at commit ${commit}.`,
    hint: () => stop,
  }),
  'journal/foreign-ref': define<Where>({
    severity: 'block',
    explanation: 'Somebody else created or moved a ref that only the executor writes.',
    message: ({ ref, commit }) => `${ref} was moved by somebody else (commit ${commit}).`,
    hint: () => stop,
  }),
  'journal/rolled-back': define<Where>({
    severity: 'block',
    explanation:
      'A ref of the journal stands at an older state than this runner has seen: somebody pushed an old tip again, or deleted it.',
    message: ({ ref, commit }) => `${ref} no longer contains commit ${commit}, which this runner has seen there.`,
    hint: () =>
      'Push the commit named above back to the ref (it is in the clone of the runner), and forbid force pushes and deletion there.',
  }),
  'journal/ref-lost': define<{ what: string }>({
    severity: 'block',
    explanation: 'Two records that are always written together do not both exist: a ref of the journal was deleted.',
    message: ({ what }) => `A part of the journal is missing: ${what}.`,
    hint: () => 'Restore the ref from a clone that has it. Nothing runs for this brand until then.',
  }),
  'journal/brand-halted': define<{ brand: string; why: string }>({
    severity: 'block',
    explanation:
      'A journal of this brand is not as the executor signed it. Whoever pushed it may have pushed more, so nothing of the brand runs.',
    message: ({ brand, why }) => `Nothing of "${brand}" runs: ${why}`,
    hint: () => stop,
  }),
  'journal/ref-blocked': define<{ branch: string }>({
    severity: 'block',
    explanation: 'A branch has the name that is the folder of all journal refs, so git cannot create them.',
    message: ({ branch }) => `The branch "${branch}" stands where the journal must be.`,
    hint: ({ branch }) => `Rename that branch: git branch -m ${branch} ${branch}-old, and delete it at origin.`,
  }),
  'journal/no-key': define<{ folder: string }>({
    severity: 'block',
    explanation:
      'The live world signs its journal with a key that `init` makes; `run` never makes one, because a second key would hide a forged history.',
    message: ({ folder }) => `There is no journal key in ${folder}.`,
    hint: () => 'Copy live.key from the machine where `mergecast init` ran, or set MERGECAST_JOURNAL_KEY.',
  }),
  'journal/no-genesis': define({
    severity: 'block',
    explanation:
      'The control ref, which holds the public key and the freeze state, does not exist. Absent counts as frozen.',
    message: () => 'The journal has no beginning yet, so everything counts as frozen.',
    hint: () =>
      'Run `mergecast unfreeze --genesis` once, on the machine that holds the key, after looking at the default branch.',
  }),
  'journal/other-key': define<{ ref: string }>({
    severity: 'block',
    explanation:
      'The chain names another public key than the one this machine trusts: it was signed again from the beginning.',
    message: ({ ref }) => `${ref} is signed with another key than the one kept outside the repository.`,
    hint: () => stop,
  }),
  'journal/log-missing': define<{ path: string; ref: string }>({
    severity: 'block',
    explanation: 'An execution was sealed, but its log is no longer on the log branch.',
    message: ({ path, ref }) => `${ref} was sealed as ${path}, which is missing from the log branch.`,
    hint: () => 'Restore the log branch from a clone that has it, and forbid force pushes and deletion there.',
  }),
  'journal/log-changed': define<{ path: string; commit: string }>({
    severity: 'block',
    explanation: 'A sealed log does not have the bytes that were sealed.',
    message: ({ path, commit }) => `${path} was changed after sealing (commit ${commit}).`,
    hint: () => 'Restore the log branch from a clone that has it, and forbid force pushes there.',
  }),
  'journal/log-cut': define<{ merge: string; commit: string }>({
    severity: 'block',
    explanation: 'An approval recorded the head of the log at that time; the log of today does not descend from it.',
    message: ({ merge, commit }) => `The log does not contain commit ${commit}, which the approval ${merge} has seen.`,
    hint: () => 'Restore the log branch from a clone that has it, and forbid force pushes and deletion there.',
  }),
  'journal/log-unreadable': define<{ path: string; commit: string }>({
    severity: 'cannot-verify',
    explanation:
      'What already ran or is reserved stands in the journal, and the copy of it in this clone cannot be read. Unknown is never a pass.',
    message: ({ path, commit }) => `The journal cannot be read: ${path} at commit ${commit}.`,
    hint: () => 'Fetch it whole (git fetch --unshallow origin, without a filter), then check again.',
  }),
  'journal/nothing-there': define({
    severity: 'cannot-verify',
    explanation: 'There is no journal in the repository, or its refs could not be fetched.',
    message: () => 'There is no journal here that could be verified.',
    hint: () => 'Run something first, or fetch the refs mergecast/** from origin.',
  }),
  'journal/no-public-key': define<{ world: string }>({
    severity: 'cannot-verify',
    explanation: 'Signatures are checked with a key that does not come from the repository. This machine has none.',
    message: ({ world }) => `The public key of the ${world} journal is not on this machine.`,
    hint: () => 'Give it with --public-key KEY, from the person who ran `mergecast init`.',
  }),
  'journal/push-rejected': define<{ why: string }>({
    severity: 'block',
    explanation:
      'The store refuses our push for good (protection, permission, disk). What happened on the platforms is real and is not undone because recording failed.',
    message: ({ why }) => `The journal could not be written: ${why}`,
    hint: () =>
      'Give the executor the right to push to the journal refs, then run again: it looks up what already happened.',
  }),
  'journal/unrecorded-receipt': define<{ call: string; receipt: string }>({
    severity: 'block',
    explanation:
      'A call was made, but its result could not be pushed. The journal keeps the open intent; the next run looks up what happened.',
    message: ({ call, receipt }) => `${call} happened, but that is not recorded yet. Signed receipt: ${receipt}`,
    hint: () => 'Keep this output. Mend the push, then run again: it finds the effect instead of repeating it.',
  }),
  'journal/store-unreachable': define<{ why: string }>({
    severity: 'cannot-verify',
    explanation: 'The store of the journal could not be reached. Unknown counts as closed: nothing is sent.',
    message: ({ why }) => `The journal could not be reached: ${why}`,
    hint: () => 'Check the network and the access to origin, then run again.',
  }),
};
