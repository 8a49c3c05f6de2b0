import type { FollowUp, StepFate } from '../history/follow-up-of.ts';

/** What became of each step of an ended execution, one line each, for the terminal and for logs. */
export function followUpText({ path, state, why, steps, orphans }: FollowUp): string {
  const ended = { COMPENSATED: 'failed and was undone', 'COMPENSATION-FAILED': 'failed; not all could be undone' }[
    state
  ];
  return [
    `${path} ${ended ?? 'stopped half-way'}: ${why}`,
    ...steps.map((step) => `  ${step.step}: ${wordsOfFate(step)}`),
    ...orphans.map((one) => `  left behind: ${one}`),
  ].join('\n');
}

/** A step's fate in a few words. */
export function wordsOfFate({ fate, where, why, undoRefused }: StepFate): string {
  const at = where === undefined ? '' : ` (${where})`;
  switch (fate) {
    case 'done':
      return undoRefused ? `done${at}; could not be undone: ${why ?? 'refused'}` : `done${at}; not sent again`;
    case 'undone':
      return `was done${at}, undone again (compensated)`;
    case 'refused':
      return `refused: ${why ?? 'the platform said no'}`;
    case 'not-started':
      return 'not started';
    default:
      return 'unknown: nobody has said whether it happened';
  }
}
