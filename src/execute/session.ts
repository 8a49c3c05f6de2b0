import { canonicalJson } from '../core/canonical.ts';
import { finding, type Finding } from '../core/finding.ts';
import { reduce } from '../journal/reduce.ts';
import type { Body, BodyOf } from '../journal/entry.ts';
import type { JournalState } from '../journal/state.ts';
import type { Reloaded } from './candidate.ts';
import { append, pushChains, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { pushFinding } from './push-finding.ts';

/** What a call came to. */
export type ResultBody = BodyOf<'DONE' | 'REFUSED' | 'UNKNOWN' | 'ABSENT' | 'NOTHING-TO-UNDO'>;

/** One execution while this runner works on it. */
export interface Session {
  readonly executionId: string;
  chain: Chain;
  /** Epoch that this runner won; null while it holds no claim. */
  epoch: number | null;
  /** What the default branch says of it now. */
  readonly reload: () => Promise<Reloaded>;
  /** Results that wait for the next push. */
  waiting: ResultBody[];
  /** What happened and could not be written down, for people. */
  unrecorded: Finding[];
  /** How often in a row a platform said "later". */
  throttled: number;
  /** How often in a row permission was too old when the intent was durable. */
  late: number;
}

/** How a move ended: go on, or stop for now. */
export type Progress =
  | { readonly is: 'go' }
  /** The store moved under us: read it again. */
  | { readonly is: 'lost' }
  | {
      readonly is: 'stop';
      readonly until?: Date;
      /** Worth another look at `until`, by the real clock. */
      readonly retry?: boolean;
      readonly why?: string;
      readonly findings?: readonly Finding[];
    };

export const go: Progress = { is: 'go' };

/** Stops with what is wrong; the first finding is the reason in words. */
export function stopWith(findings: readonly Finding[]): Progress & { is: 'stop' } {
  return { is: 'stop', why: findings[0]?.message ?? 'it cannot go on', findings };
}

/** What the entries add up to; throws where the chain holds no execution. */
export function stateOf(session: Session): JournalState {
  const state = reduce(session.chain.entries);
  if (state === null) throw new Error(`the journal ${session.chain.ref} does not begin with an approval`);
  return state;
}

/** Writes entries in the epoch of this runner; they wait for the next `flush`. */
export async function note(engine: Engine, session: Session, bodies: readonly Body[]): Promise<void> {
  await append(engine, session.chain, bodies, session.epoch ?? stateOf(session).epoch);
  session.waiting.push(...bodies.filter(isResult));
}

/** Pushes what waits, with other chains or not at all. Only `go` permits a call. */
export async function flush(engine: Engine, session: Session, others: readonly Chain[] = []): Promise<Progress> {
  const outcome = await pushChains(engine, [session.chain, ...others]);
  switch (outcome.is) {
    case 'ok':
      for (const { step, operation } of session.waiting.splice(0)) engine.reach(step, operation, 'after-result');
      return go;
    case 'lost':
      return { is: 'lost' };
    case 'rolled-back':
      return stopWith([outcome.finding, ...unrecorded(session)]);
    default:
      return {
        is: 'stop',
        why: outcome.why,
        findings: [await pushFinding(engine, outcome), ...unrecorded(session)],
      };
  }
}

/**
 * What happened and is not recorded is said aloud, as the signed entry itself: the effect is real, must not be undone
 * for that reason, and a person may need the proof.
 */
export function unrecorded({ chain, waiting }: Session): Finding[] {
  return chain.entries.flatMap((entry) => {
    const { body } = entry;
    if (body.kind !== 'DONE' || !waiting.includes(body)) return [];
    const call = `${body.step}/${body.operation}`;
    return [finding('journal/unrecorded-receipt', { call, receipt: canonicalJson(entry) })];
  });
}

const results: ReadonlySet<string> = new Set(['DONE', 'REFUSED', 'UNKNOWN', 'ABSENT', 'NOTHING-TO-UNDO']);

function isResult(body: Body): body is ResultBody {
  return results.has(body.kind);
}
