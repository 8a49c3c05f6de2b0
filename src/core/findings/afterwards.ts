// Codes of the area: execution, of what comes after it: undoing, carrying on, answering. Codes are permanent: never
// rename or reuse one.
import { define } from './define.ts';

export const afterwardsFindings = {
  'execution/rollback-unknown': define<{ executionId: string }>({
    severity: 'block',
    explanation: 'A rollback undoes an execution whose sealed log this world has; there is none.',
    message: ({ executionId }) => `No sealed log is known of ${executionId.slice(0, 12)}, so it cannot be rolled back.`,
    hint: () => 'Run it in the world in which the execution ran: a trial in the sandbox can only be undone there.',
  }),
  'execution/rollback-differs': define<{ executionId: string }>({
    severity: 'block',
    explanation:
      'rollback.json must be what the sealed log says, word for word: otherwise a rollback could take down what belongs to others.',
    message: ({ executionId }) => `rollback.json is not what the log of ${executionId.slice(0, 12)} says.`,
    hint: () => 'Let `mergecast rollback ID` write it again, and have that approved.',
  }),
  'execution/continues-unknown': define<{ executionId: string }>({
    severity: 'block',
    explanation: 'Only what this world has executed and sealed can be continued in it.',
    message: ({ executionId }) => `No sealed log of ${executionId.slice(0, 12)} is known here.`,
    hint: () => 'Continue executions in the world they ran in: a trial in the sandbox it was tried in.',
  }),
  'execution/continues-open': define<{ executionId: string }>({
    severity: 'block',
    explanation: 'While an execution is not sealed nobody knows what will remain of it.',
    message: ({ executionId }) => `${executionId.slice(0, 12)}, which it continues, is not finished.`,
    hint: () => 'Wait until it has ended; where it waits for a person, answer it (`mergecast resolve`).',
  }),
  'execution/continues-differs': define<{ executionId: string }>({
    severity: 'block',
    explanation:
      'What an execution continues is compared with the sealed log before anything is sent: a forged output would be sent to people.',
    message: ({ executionId }) =>
      `continues.json is not what the sealed log of ${executionId.slice(0, 12)} says is done and remains.`,
    hint: () => 'Let `mergecast resume` write it again; do not change it by hand.',
  }),
  'execution/already-continued': define<{ executionId: string; by: string }>({
    severity: 'block',
    explanation: 'The remainder of an execution is carried out once: two continuations would send it twice.',
    message: ({ executionId, by }) => `${executionId.slice(0, 12)} is continued by ${by.slice(0, 12)} already.`,
    hint: () => 'Take this proposal back. If the other one failed as well, continue that one: `mergecast resume`.',
  }),
  'execution/nothing-to-continue': define<{ path: string }>({
    severity: 'block',
    explanation: 'A follow-up holds what was not done, was refused or was undone.',
    message: ({ path }) => `Nothing of ${path} remains to be done.`,
    hint: () => 'To send it once more, make a new execution of it: `mergecast new --from`.',
  }),
  'execution/continues-in-doubt': define<{ path: string; steps: readonly string[] }>({
    severity: 'block',
    explanation: 'It was ended without an answer to whether a step happened; a follow-up might send it twice.',
    message: ({ path, steps }) => `Of ${path} it is not known whether ${steps.join(', ')} happened.`,
    hint: () => 'Look at the platform. Plan what is really missing as an execution of its own: `mergecast new --from`.',
  }),
  'execution/decision-differs': define<{ what: string; expected: string }>({
    severity: 'block',
    explanation: 'A decision answers one question of one journal, word for word; any other is never guessed at.',
    message: ({ what, expected }) => `The decision is not about this question: ${what} should be ${expected}.`,
    hint: () => 'Let `mergecast resolve` write it again.',
  }),
  'execution/impossible-answer': define<{ answer: string; possible: readonly string[] }>({
    severity: 'block',
    explanation:
      'While it is not known whether a call happened, nothing is resumed or undone: first somebody has to say that.',
    message: ({ answer }) => `"${answer}" does not answer this question.`,
    hint: ({ possible }) => `Possible answers: ${possible.join(', ')}.`,
  }),
  'execution/decision-not-approved': define<{ why: string }>({
    severity: 'block',
    explanation:
      'An answer counts when somebody with the role `resolve`, who did not write it, approved its exact bytes.',
    message: ({ why }) => `The answer is not approved: ${why}.`,
    hint: () => 'Have it approved by somebody whose group the policy names under `roles.resolve`; then run again.',
  }),
  'execution/nothing-asked': define<{ id: string }>({
    severity: 'block',
    explanation: 'Only an execution that waits for a person can be answered.',
    message: ({ id }) => `${id} asks nothing.`,
    hint: () => 'Look where it stands: `mergecast status`.',
  }),
  'execution/other-question': define<{ asked: string; given: string }>({
    severity: 'block',
    explanation: 'The step and the operation are written out, so that nobody answers a question by mistake.',
    message: ({ asked, given }) => `It asks about ${asked}, not about ${given}.`,
    hint: ({ asked }) =>
      `Write --step ${asked.split('/')[0] ?? ''} --operation ${asked.split('/')[1] ?? ''}, if that is what you mean.`,
  }),
  'execution/not-at-once': define({
    severity: 'block',
    explanation: 'Outside of the sandbox nobody settles a question alone.',
    message: () => '--at-once works in the sandbox only.',
    hint: () => 'Leave it out: the answer is then proposed, approved by somebody else, and merged.',
  }),
  'execution/no-role': define<{ who: string; role: string; groups: readonly string[] }>({
    severity: 'block',
    explanation: 'The policy names who may do this.',
    message: ({ who, role }) => `${who} does not have the role "${role}".`,
    hint: ({ role, groups }) =>
      groups.length === 0
        ? `The policy names no group under \`roles.${role}\`; add one to mergecast.yaml.`
        : `Ask somebody of ${groups.join(' or ')}.`,
  }),
};
