import type { BodyOf } from '../journal/entry.ts';
import type { CallRef } from '../journal/move.ts';
import type { Engine } from './engine.ts';
import { flush, note, type Progress, type Session } from './session.ts';

/** Puts the question into the journal and lets go. */
export async function askHuman(
  engine: Engine,
  session: Session,
  ref: CallRef,
  question: string,
  problem?: BodyOf<'NEEDS-HUMAN'>['finding'],
): Promise<Progress> {
  await note(engine, session, [{ kind: 'NEEDS-HUMAN', ...ref, question, ...(problem && { finding: problem }) }]);
  const pushed = await flush(engine, session);
  if (pushed.is !== 'go') return pushed;
  session.epoch = null;
  return { is: 'stop', why: question, ...(problem && { findings: [problem] }) };
}
