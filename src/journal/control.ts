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

/** The freeze that stops an execution, or null. */
export function freezeOf(
  control: ControlState,
  of: { readonly brand: string; readonly platforms: readonly string[]; readonly campaign?: string },
): BodyOf<'FREEZE'> | null {
  const scopes = new Set(['all', `brand:${of.brand}`, ...of.platforms.map((id) => `platform:${id}`)]);
  if (of.campaign !== undefined) scopes.add(`campaign:${of.campaign}`);
  return control.frozen.find(({ scope }) => scopes.has(scope)) ?? null;
}
