import { finding, type Finding } from '../core/finding.ts';
import { reduce } from '../journal/reduce.ts';
import type { Body } from '../journal/entry.ts';
import type { JournalState } from '../journal/state.ts';
import type { Candidate } from './candidate.ts';
import { append, pushChains, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { pushFinding } from './snapshot.ts';

/** One execution while this runner works on it. */
export interface Session {
  readonly executionId: string;
  chain: Chain;
  /** Epoch that this runner won; null while it holds no claim. */
  epoch: number | null;
  /** What the default branch says of it now; null where its manifest is gone. */
  readonly reload: () => Promise<Candidate | null>;
  /** Results that wait for the next push, for crash points. */
  waitingResults: { step: string; operation: string }[];
  /** How often in a row a platform said "later". */
  throttled: number;
}

/** How a move ended: go on, or stop for now. */
export type Progress =
  | { readonly is: 'go' }
  /** The store moved under us: read it again. */
  | { readonly is: 'lost' }
  | {
      readonly is: 'stop';
      readonly until?: Date;
      /** Worth another look at `until`, by the real clock. */ readonly retry?: boolean;
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
  await append(engine, session.chain, bodies, session.epoch ?? 0);
  for (const body of bodies)
    if (body.kind === 'DONE' || body.kind === 'REFUSED' || body.kind === 'UNKNOWN')
      session.waitingResults.push({ step: body.step, operation: body.operation });
}

/** Pushes what waits, with other chains or not at all. Only `go` permits a call. */
export async function flush(engine: Engine, session: Session, others: readonly Chain[] = []): Promise<Progress> {
  const outcome = await pushChains(engine, [session.chain, ...others]);
  switch (outcome.is) {
    case 'ok':
      for (const { step, operation } of session.waitingResults.splice(0)) engine.reach(step, operation, 'after-result');
      return go;
    case 'lost':
      return { is: 'lost' };
    default:
      return {
        is: 'stop',
        why: outcome.why,
        findings: [await pushFinding(engine, outcome), ...unrecorded(session)],
      };
  }
}

/** What happened and could not be recorded is said aloud: the effect is real and must not be undone for that reason. */
function unrecorded(session: Session): Finding[] {
  const waiting = new Set(session.waitingResults.map(({ step, operation }) => `${step}/${operation}`));
  return session.chain.entries.flatMap(({ body }) =>
    body.kind === 'DONE' && waiting.has(`${body.step}/${body.operation}`)
      ? [
          finding('journal/unrecorded-receipt', {
            call: `${body.step}/${body.operation}`,
            receipt: JSON.stringify(body.receipt),
          }),
        ]
      : [],
  );
}
