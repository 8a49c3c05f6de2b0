import type { BodyOf, Entry } from './entry.ts';

/** What the control ref says: whose signature counts, which base is trusted, what is frozen. */
export interface ControlState {
  readonly publicKey: string;
  /** Newest commit whose control plane was accepted. */
  readonly base: string;
  readonly frozen: readonly BodyOf<'FREEZE'>[];
}

/** Adds up the control entries; null where there is no genesis, which counts as frozen. */
export function reduceControl(entries: readonly Entry[]): ControlState | null {
  const first = entries[0]?.body;
  if (first?.kind !== 'GENESIS') return null;
  let state: ControlState = { publicKey: first.publicKey, base: first.base, frozen: [] };
  for (const { body } of entries.slice(1)) {
    if (body.kind === 'BASE') state = { ...state, base: body.commit };
    const others = body.kind === 'FREEZE' || body.kind === 'UNFREEZE' ? withoutScope(state, body.scope) : null;
    if (others !== null) state = { ...state, frozen: body.kind === 'FREEZE' ? [...others, body] : others };
  }
  return state;
}

/** Unfreezing all lifts every freeze; another scope lifts its own. */
function withoutScope(state: ControlState, scope: string): BodyOf<'FREEZE'>[] {
  return scope === 'all' ? [] : state.frozen.filter((one) => one.scope !== scope);
}
