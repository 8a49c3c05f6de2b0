import { operationsOf } from '../journal/plan-facts.ts';
import { operationRef, type JournalState } from '../journal/state.ts';
import type { Body } from '../journal/entry.ts';
import type { Engine } from './engine.ts';
import { endSession } from './end-session.ts';
import type { Permit } from './permission.ts';
import { flush, note, stateOf, type Progress, type Session, stopWith } from './session.ts';

type No = Exclude<Permit, { is: 'yes' }>;

/** What a "no" means once work has begun: park, undo, or end without effect. */
export async function obey(engine: Engine, session: Session, permit: No): Promise<Progress> {
  switch (permit.is) {
    case 'unknown':
      return stopWith(permit.findings);
    case 'unreadable': {
      const words = permit.findings[0]?.message ?? 'it could not be read whether it may go out';
      const parked = await park(engine, session, { kind: 'WAITING', reason: 'gate', words });
      return parked.is === 'stop' ? { ...parked, findings: [...permit.findings, ...(parked.findings ?? [])] } : parked;
    }
    case 'frozen':
      return park(engine, session, { kind: 'WAITING', reason: 'freeze', words: permit.why });
    case 'closed': {
      const until = permit.until.toISOString();
      return park(engine, session, { kind: 'WAITING', reason: 'window', until, words: permit.why });
    }
    default:
      return giveUp(engine, session, permit);
  }
}

/** Before the first call it ends without effect; afterwards what was done is undone, and a rollback stops where it is. */
async function giveUp(engine: Engine, session: Session, permit: No & { is: 'void' }): Promise<Progress> {
  const state = stateOf(session);
  if (!hasBegun(state)) return endSession(engine, session, permit.state, permit.why);
  if (state.authorised.effects['rolls-back'] !== undefined)
    return endSession(engine, session, 'STOPPED', `${permit.why}; what was not undone yet stays`);
  await note(engine, session, [{ kind: 'COMPENSATING', why: permit.why }]);
  return flush(engine, session);
}

/** Lets go of the lease; any later run goes on from here. */
export async function park(engine: Engine, session: Session, body: Body & { kind: 'WAITING' }): Promise<Progress> {
  await note(engine, session, [body]);
  const pushed = await flush(engine, session);
  if (pushed.is !== 'go') return pushed;
  session.epoch = null;
  return {
    is: 'stop',
    retry: body.reason === 'poll',
    why: body.words,
    ...(body.until === undefined ? {} : { until: new Date(body.until) }),
  };
}

/** Whether any call was announced. */
export function hasBegun(state: JournalState): boolean {
  const isRollback = state.authorised.effects['rolls-back'] !== undefined;
  return operationsOf(state.authorised.effects).some(({ step, operation }) => {
    const known = state.operations.get(operationRef(step.id, operation.id));
    return known !== undefined && (isRollback ? known.undo.intent !== undefined : known.do.intent !== undefined);
  });
}
