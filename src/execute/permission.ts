import { isDue, isFrozen } from '../authorize/index.ts';
import type { Finding } from '../core/finding.ts';
import type { JournalState } from '../journal/state.ts';
import { operationsOf } from '../journal/plan-facts.ts';
import type { Body } from '../journal/entry.ts';
import type { Candidate } from './candidate.ts';
import type { Engine } from './engine.ts';
import { readControl } from './read-control.ts';
import { flush, note, stateOf, type Progress, type Session } from './session.ts';
import { endSession } from './end-session.ts';

/** Whether something may go out now; nothing read in an earlier turn counts. */
export type Permit =
  | { readonly is: 'yes'; readonly candidate: Candidate }
  | { readonly is: 'frozen'; readonly why: string }
  | { readonly is: 'closed'; readonly until: Date; readonly why: string }
  /** Reverted, changed, no longer approved, too late. */
  | {
      readonly is: 'void';
      readonly why: string;
      readonly state: 'REFUSED' | 'CANCELLED';
      readonly findings: readonly Finding[];
    }
  | { readonly is: 'unknown'; readonly findings: readonly Finding[] };

/** Reads freeze, approval, content and window afresh. */
export async function readPermit(engine: Engine, session: Session): Promise<Permit> {
  const control = await readControl(engine);
  if (!control.ok) return { is: 'unknown', findings: control.error };
  const candidate = await session.reload();
  const { effects, digest, campaign } = stateOf(session).authorised;
  if (candidate === null)
    return {
      is: 'void',
      state: 'CANCELLED',
      why: 'its manifest was taken off the default branch',
      findings: [],
    };
  const platforms = [...new Set(effects.steps.map(({ connection }) => connection.platform))];
  const frozen = isFrozen({ known: true, scopes: control.value.frozen }, { brand: effects.brand, platforms, campaign });
  if (frozen !== null) return { is: 'frozen', why: frozen };
  if (candidate.plan.digest !== digest || !candidate.verdict.approved) {
    const why =
      candidate.plan.digest === digest ? 'its approval no longer counts' : 'its content was changed after the approval';
    return { is: 'void', state: 'REFUSED', why, findings: candidate.verdict.findings };
  }
  const due = isDue(effects, engine.dueNow(), candidate.policy, candidate.timezone);
  if (due.is === 'waiting') return { is: 'closed', until: due.until, why: due.why };
  if (due.is === 'expired') return { is: 'void', state: 'REFUSED', why: due.why, findings: [] };
  return { is: 'yes', candidate };
}

/** What a "no" means once work has begun: park, undo, or end without effect. */
export async function obey(
  engine: Engine,
  session: Session,
  permit: Exclude<Permit, { is: 'yes' }>,
): Promise<Progress> {
  switch (permit.is) {
    case 'unknown':
      return { is: 'stop', why: 'it could not be read whether it may go out', findings: permit.findings };
    case 'frozen':
      return park(engine, session, { kind: 'WAITING', reason: 'freeze', words: permit.why });
    case 'closed': {
      const until = permit.until.toISOString();
      return park(engine, session, { kind: 'WAITING', reason: 'window', until, words: permit.why });
    }
    default:
      if (!hasBegun(stateOf(session))) return endSession(engine, session, permit.state, permit.why);
      await note(engine, session, [{ kind: 'COMPENSATING', why: permit.why }]);
      return flush(engine, session);
  }
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
  return operationsOf(state.authorised.effects).some(({ step, operation }) => {
    const known = state.operations.get(`${step.id}/${operation.id}`);
    const isRollback = state.authorised.effects['rolls-back'] !== undefined;
    return known !== undefined && (isRollback ? known.undo.intent !== undefined : known.do.state !== 'PENDING');
  });
}
