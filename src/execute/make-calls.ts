import type { Body } from '../journal/entry.ts';
import type { CallRef } from '../journal/move.ts';
import { nextSettle } from '../journal/next-settle.ts';
import { operationRef } from '../journal/state.ts';
import { announceCalls, type Undescribed } from './announce-calls.ts';
import { askHuman } from './ask-human.ts';
import type { Engine } from './engine.ts';
import { obey, park } from './obey.ts';
import { readPermit } from './permission.ts';
import { isUnchangedSince } from './is-unchanged.ts';
import { lookUpFirst } from './look-up-first.ts';
import { afterAttempt } from './after-attempt.ts';
import { performAnnounced } from './perform-announced.ts';
import { flush, go, note, stateOf, type Progress, type Session } from './session.ts';
import { finding } from '../core/finding.ts';

/**
 * One call behind its own intent. The order is what makes it safe: the moment is taken, then everything that permits
 * the call is read, then the intent made durable; the call leaves within the time that this permission holds.
 */
export async function makeCall(engine: Engine, session: Session, ref: CallRef): Promise<Progress> {
  const at = engine.clock.now();
  if (!mayRepeat(engine, session, ref, at)) return go;
  const no = ref.direction === 'undo' ? await mayUndo(engine, session, ref) : await mayDo(engine, session, ref);
  return no ?? announceAndPerform(engine, session, [ref], at);
}

/** Inert prepares, side by side, behind one intent. */
export async function makePrepares(engine: Engine, session: Session, refs: readonly CallRef[]): Promise<Progress> {
  return announceAndPerform(engine, session, refs, engine.clock.now());
}

async function announceAndPerform(
  engine: Engine,
  session: Session,
  refs: readonly CallRef[],
  at: Date,
): Promise<Progress> {
  const announced = await announceCalls(engine, session, refs, at);
  if (!announced.ok) return refuse(engine, session, announced.error);
  await note(engine, session, [announced.value.intent]);
  const pushed = await flush(engine, session);
  return pushed.is === 'go' ? performAnnounced(engine, session, announced.value) : pushed;
}

/** A repeat of a call in doubt is judged at the very moment that dates its permission: its key grows old. */
function mayRepeat(engine: Engine, session: Session, ref: CallRef, at: Date): boolean {
  const state = stateOf(session);
  const known = state.operations.get(operationRef(ref.step, ref.operation))?.[ref.direction].state;
  if (ref.direction === 'undo' || (known !== 'INTENT' && known !== 'UNKNOWN')) return true;
  const move = nextSettle(state, at, engine.timings);
  return move?.how === 'resend' && at >= move.notBefore;
}

async function mayDo(engine: Engine, session: Session, ref: CallRef): Promise<Progress | null> {
  const permit = await readPermit(engine, session);
  if (permit.is !== 'yes') return obey(engine, session, permit);
  const found = await lookUpFirst(engine, session, ref);
  const call = operationRef(ref.step, ref.operation);
  switch (found.is) {
    case 'absent':
      return null;
    case 'found': {
      const problem = finding('execution/found-before', { call });
      return askHuman(engine, session, ref, `${problem.message} Did it happen?`, problem);
    }
    default:
      return askLater(engine, session, `the platform cannot tell whether ${call} is there already: ${found.why}`);
  }
}

/** Nothing was sent yet, and the platform does not answer: the same question again, after a while. */
async function askLater(engine: Engine, session: Session, words: string): Promise<Progress> {
  const until = new Date(engine.clock.now().getTime() + engine.timings.notAfter).toISOString();
  return park(engine, session, { kind: 'WAITING', reason: 'poll', until, words });
}

/** Nobody may have edited since. Freeze and windows do not stop an undo after a failure; a rollback is an execution like any other. */
async function mayUndo(engine: Engine, session: Session, ref: CallRef): Promise<Progress | null> {
  const isRollback = stateOf(session).authorised.effects['rolls-back'] !== undefined;
  const permit = isRollback ? await readPermit(engine, session) : null;
  if (permit !== null && permit.is !== 'yes') return obey(engine, session, permit);
  const compared = await isUnchangedSince(engine, session, ref);
  if (compared === 'unchanged') return null;
  const call = operationRef(ref.step, ref.operation);
  const isEdited = compared === 'edited';
  const problem = finding(isEdited ? 'execution/edited-since' : 'execution/cannot-compare', { call });
  const question = isEdited ? 'Shall it stay as the person left it?' : 'Shall it stay as it is?';
  return askHuman(engine, session, ref, `${problem.message} ${question}`, problem);
}

/**
 * A call that cannot even be described (a hostile output, a lost file) is a definite refusal: nothing was sent. Where
 * the platform only could not be asked, it is asked again later: what is live already stays.
 */
async function refuse(engine: Engine, session: Session, described: readonly Undescribed[]): Promise<Progress> {
  const problems = described.filter(({ finding: { code } }) => code !== 'platform/unreachable');
  const [unasked] = described;
  if (problems.length === 0 && unasked !== undefined) return askLater(engine, session, unasked.finding.message);
  const hostile = problems.find(({ finding: { code } }) => code === 'execution/unexpected-output');
  if (hostile !== undefined) return askHuman(engine, session, hostile.ref, hostile.finding.message, hostile.finding);
  const state = stateOf(session);
  const bodies = problems.map(({ ref, finding: problem }): Body => {
    const sentAt = engine.clock.now().toISOString();
    return afterAttempt(state, { kind: 'REFUSED', ...ref, finding: problem }, sentAt);
  });
  const [first] = bodies;
  if (first === undefined) throw new Error('a call could not be described, without a reason');
  await note(engine, session, [first]);
  return go;
}
