import type { BodyOf } from './entry.ts';
import { operationRef, type JournalState } from './state.ts';

export type Answer = BodyOf<'RESOLVED'>['answer'];

/**
 * What a person can answer to the open question; none where nothing is asked. While it is not known whether a call
 * happened, nothing can be resumed or undone: first somebody has to say that, or to end it as it stands.
 */
export function possibleAnswers({ question, operations }: JournalState): readonly Answer[] {
  if (question === null) return [];
  const known = operations.get(operationRef(question.step ?? '', question.operation ?? ''));
  const state = known?.[question.direction ?? 'do'].state;
  if (state === 'INTENT' || state === 'UNKNOWN') return ['happened', 'did-not-happen', 'close'];
  // The platform holds something with our key: it is ours, or somebody takes it away and it is made afresh.
  if (question.finding?.code === 'execution/found-before') return ['happened', 'resume', 'compensate', 'close'];
  return ['resume', 'compensate', 'close'];
}

/** An answer in words, for the one who has to choose. */
export function wordsOfAnswer(answer: Answer, { question }: Pick<JournalState, 'question'>): string {
  const isUndo = question?.direction === 'undo';
  switch (answer) {
    case 'happened':
      return isUndo ? 'it was undone: go on with the rest' : 'it happened: go on behind it, and never send it again';
    case 'did-not-happen':
      return isUndo ? 'it was not undone: undo it now' : 'it did not happen: send it now';
    case 'resume':
      return 'what was in the way is gone: try it again';
    case 'compensate':
      return isUndo ? 'leave this one as it is, and undo the rest' : 'undo what was done';
    default:
      return 'end here: nothing more is sent or undone, everything stays as it is';
  }
}
