/** What the control branch says, after its signatures were verified. */
export type FreezeState =
  /** Nothing there, unsigned, or unreadable: counts as frozen. */
  | { readonly known: false; readonly why: string }
  /** Scopes that are frozen now: `all`, `brand:x`, `platform:x` or `campaign:x`. */
  | { readonly known: true; readonly scopes: readonly FreezeScope[] };

export interface FreezeScope {
  readonly scope: string;
  readonly reason: string;
  readonly by: string;
}

/** What an execution touches. */
export interface FreezeSubject {
  readonly brand: string;
  readonly platforms: readonly string[];
  readonly campaign?: string | undefined;
}

/** Why an execution may not start, or null. An unknown state is frozen. A scope that is not understood freezes all. */
export function isFrozen(state: FreezeState, subject: FreezeSubject): string | null {
  if (!state.known) return `whether there is a freeze cannot be told: ${state.why}`;
  const hit = state.scopes.find((one) => covers(one.scope, subject));
  return hit === undefined ? null : `frozen (${hit.scope}) by ${hit.by}: ${hit.reason}`;
}

function covers(scope: string, subject: FreezeSubject): boolean {
  const [kind, ...rest] = scope.split(':');
  const name = rest.join(':');
  switch (kind) {
    case 'brand':
      return name === subject.brand;
    case 'platform':
      return subject.platforms.includes(name);
    case 'campaign':
      return name === subject.campaign;
    default:
      return true;
  }
}
