// Codes of the area: execution. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const executionFindings = {
  'execution/direct-push': define<{ folder: string; commit: string; branch: string }>({
    severity: 'block',
    explanation:
      'What stands on the default branch came there without a pull request, so that nobody can have approved it on the forge. Whoever pushed it, nothing of it is executed.',
    message: ({ folder, commit, branch }) =>
      `${folder} came to "${branch}" by commit ${commit.slice(0, 12)} without a pull request, so nobody has approved it.`,
    hint: () =>
      'Find out who pushed it. To execute it, take it off the branch and propose it by a pull request. To rule this out, protect the branch: `mergecast doctor` says how.',
  }),
  'execution/secrets-exposed': define<{ repository: string }>({
    severity: 'block',
    explanation:
      'On this forge every workflow of a pull request can read the secrets of its repository. Whoever may open a branch could read the keys of the platforms, or the key of the journal.',
    message: ({ repository }) =>
      `Pull requests of ${repository} can read its secrets, so nothing is executed live from its own workflows.`,
    hint: () =>
      'Execute from a second repository that only the owners can change, or on a machine of your own: docs/how-to/run-on-gitea.md.',
  }),
  'execution/already-ran': define<{ id: string; generation: number }>({
    severity: 'block',
    explanation: 'The manifest was changed after its identity had run. The same identity is never sent twice.',
    message: ({ id, generation }) =>
      `${id}, generation ${generation}, has already run, and its content was changed since.`,
    hint: ({ generation }) =>
      `If it must go out again, set \`generation: ${generation + 1}\`; reviewers see that. If not, restore the content.`,
  }),
  'execution/other-brand': define<{ id: string; brand: string }>({
    severity: 'block',
    explanation: 'The identity is already known under another brand.',
    message: ({ id, brand }) => `${id} already ran for the brand "${brand}".`,
    hint: () => 'Make a new execution with `mergecast new --from`, which gets its own id.',
  }),
  'execution/not-approved': define<{ why: string }>({
    severity: 'block',
    explanation: 'The execution is on the default branch, but no counting approval names its exact content.',
    message: ({ why }) => `It is not approved: ${why}`,
    hint: () => 'Approve it with `mergecast approve BRANCH` (or a review where there is a forge); then run again.',
  }),
  'execution/content-changed': define<{ approved: string; now: string }>({
    severity: 'block',
    explanation: 'What is on the default branch is not what was approved.',
    message: ({ approved, now }) => `The content changed after its approval: approved ${approved}, now ${now}.`,
    hint: () => 'Approve the new content, or restore the approved one.',
  }),
  'execution/plan-changed': define<{ approved: string; now: string }>({
    severity: 'block',
    explanation:
      'The same content gives another plan than the one that was approved, because mergecast itself was changed in between.',
    message: ({ approved, now }) =>
      `mergecast now plans this differently from what was approved: approved ${approved}, now ${now}.`,
    hint: () => 'Approve it again with the present version.',
  }),
  'execution/invalid': define<{ path: string }>({
    severity: 'block',
    explanation: 'The manifest on the default branch has errors.',
    message: ({ path }) => `${path} cannot be read without errors.`,
    hint: () => 'Run `mergecast check` and mend what it names.',
  }),
  'execution/frozen': define<{ scope: string; reason: string }>({
    severity: 'block',
    explanation: 'The kill switch is on.',
    message: ({ scope, reason }) => `Frozen (${scope}): ${reason}`,
    hint: () => 'When it is over, `mergecast unfreeze` lets it go on.',
  }),
  'execution/expired': define<{ at: string; tolerance: string }>({
    severity: 'block',
    explanation: 'The scheduled time and its tolerance are over. Late is never sent.',
    message: ({ at, tolerance }) => `Its time was ${at}; more than ${tolerance} have passed.`,
    hint: () => 'Give it a new time and a new generation, and have it approved again.',
  }),
  'execution/over-ceiling': define<{ month: string; spend: string; ceiling: string }>({
    severity: 'block',
    explanation: "With what is already reserved, the spend of the month would be above the brand's ceiling.",
    message: ({ month, spend, ceiling }) => `${month} would come to ${spend}; the ceiling is ${ceiling}.`,
    hint: () => 'Lower the budget, or have it approved with the exact amount restated (--confirm-spend).',
  }),
  'execution/audience-moved': define<{ stated: number; live: number; tolerance: number }>({
    severity: 'block',
    explanation: 'The list on the platform is larger or smaller than what was approved, beyond the tolerance.',
    message: ({ stated, live, tolerance }) =>
      `${stated} people were approved; the list has ${live} now (tolerance ${tolerance} %).`,
    hint: () => 'Correct `size`, and have it approved again.',
  }),
  'execution/media-unavailable': define<{ sha256: string }>({
    severity: 'block',
    explanation: 'A file that was approved can no longer be read from git.',
    message: ({ sha256 }) => `The file with SHA-256 ${sha256} is not in the repository.`,
    hint: () => 'Restore the commit that holds it.',
  }),
  'execution/unexpected-output': define<{ output: string; value: string; why: string }>({
    severity: 'block',
    explanation: 'A platform answered with a value that may not be put into what goes out next.',
    message: ({ output, value, why }) => `The platform gave ${JSON.stringify(value)} as ${output}: ${why}.`,
    hint: () => 'Look at the platform: it may be hacked or set up differently. Nothing that depends on it was sent.',
  }),
  'execution/no-secret': define<{ name: string }>({
    severity: 'block',
    explanation: 'A secret that a step needs is not set.',
    message: ({ name }) => `The secret ${name} is not set.`,
    hint: ({ name }) => `Set the environment variable ${name} where mergecast runs.`,
  }),
  'execution/now-is-live': define({
    severity: 'block',
    explanation: '`run --now` decides what is due and is a tool for trials only.',
    message: () => '--now works in the sandbox only.',
    hint: () => 'Leave it out, or add --sandbox URL.',
  }),
  'execution/gave-up': define<{ call: string; attempts: number }>({
    severity: 'block',
    explanation: 'A call failed without effect time after time.',
    message: ({ call, attempts }) => `${call} failed ${attempts} times without effect.`,
    hint: () => 'Look whether the platform has a disturbance; then propose the execution again with a new generation.',
  }),
  'execution/unknown-scope': define<{ scope: string; nearest?: string | undefined }>({
    severity: 'block',
    explanation:
      'A freeze has a scope that exists: everything, a brand, a platform or a campaign. A typo would freeze nothing while somebody relies on it.',
    message: ({ scope }) => `"${scope}" is not something that can be frozen.`,
    hint: ({ nearest }) =>
      `${nearest === undefined ? '' : `Did you mean ${nearest}? `}Write all, brand:NAME, platform:NAME or campaign:NAME.`,
  }),
  'execution/found-before': define<{ call: string }>({
    severity: 'block',
    explanation:
      'Before the first attempt the platform already held something with our key, of which the journal knows nothing.',
    message: ({ call }) => `${call} seems to have happened already, but the journal does not know of it.`,
    hint: () => 'Look at the platform. Somebody must say whether it happened (`mergecast resolve`).',
  }),
  'execution/edited-since': define<{ call: string }>({
    severity: 'block',
    explanation: 'A person changed what we made; undoing would destroy that change.',
    message: ({ call }) => `${call} was changed by a person since, so it is not undone.`,
    hint: () => 'Look at the platform and undo it by hand if that is right.',
  }),
  'execution/cannot-compare': define<{ call: string }>({
    severity: 'block',
    explanation:
      'Before something is undone, it is compared with what was sent: a person may have changed it since. What was sent cannot be put together again, for example because a file is no longer in git.',
    message: ({ call }) => `Whether a person changed ${call} since cannot be told, so it is not undone.`,
    hint: () => 'Look at the platform and undo it by hand if that is right; then settle it with `mergecast resolve`.',
  }),
  'execution/in-doubt': define<{ call: string; from: string; until: string }>({
    severity: 'block',
    explanation: 'A call got no answer, and the platform offers no way to find out whether it happened.',
    message: ({ call, from, until }) =>
      `${call} may have happened between ${from} and ${until}; the platform cannot tell.`,
    hint: () => 'Look at the platform. It is never repeated on its own.',
  }),
  'execution/unknown-id': define<{ id: string }>({
    severity: 'block',
    explanation: 'No journal or log is known under this id.',
    message: ({ id }) => `Nothing is known about "${id}".`,
    hint: () => 'Look at `mergecast status`; give the ULID, or the first characters of the execution id.',
  }),
  'execution/not-sealed': define<{ id: string; state: string }>({
    severity: 'block',
    explanation: 'Only a finished execution can be rolled back.',
    message: ({ id, state }) => `${id} is ${state}; only a finished execution can be rolled back.`,
    hint: () => 'Let `mergecast run` finish it first.',
  }),
};
