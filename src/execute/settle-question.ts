import type { Body } from '../journal/entry.ts';
import type { Engine } from './engine.ts';
import { readDecision, type Decided } from './read-decision.ts';
import { flush, note, stateOf, type Progress, type Session } from './session.ts';

/**
 * Takes down the answer to the open question, once: the chain moves on by compare-and-swap, and the answer names the
 * entry that asked. Without one that counts it stays parked.
 */
export async function settleQuestion(engine: Engine, session: Session): Promise<Progress> {
  const state = stateOf(session);
  const why = state.question?.question ?? 'A person must decide.';
  const decided = await readDecision(engine, session.executionId, state);
  if (!decided.ok) return { is: 'stop', why, findings: decided.error };
  if (decided.value === null) return { is: 'stop', why };
  await note(engine, session, [resolvedBy(decided.value, state.question?.direction)]);
  return flush(engine, session);
}

function resolvedBy({ decision, digest, verdict }: Decided, direction: 'do' | 'undo' | undefined): Body {
  const { step, operation, answer, reason, seen, receipt, question } = decision;
  const { counted } = verdict;
  return {
    kind: 'RESOLVED',
    step,
    operation,
    ...(direction && { direction }),
    answer,
    reason,
    question,
    digest,
    by: counted.map(({ who }) => who).join(', '),
    approvals: counted.map(({ who, trust, merge, at }) => ({ who, trust, merge, at })),
    ...(seen !== undefined && { seen }),
    ...(receipt && { receipt }),
  };
}
