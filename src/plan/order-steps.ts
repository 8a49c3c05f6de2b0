/** What the order of activations depends on. */
export interface Ordered {
  readonly id: string;
  readonly needs: readonly string[];
  /** True where nothing can be undone. */
  readonly isIrreversible: boolean;
  /** True where a doubt can be settled neither by key nor by looking (class N). */
  readonly isBlind: boolean;
}

/**
 * Steps in activation order: after what they need, those that cannot be undone as late as the needs allow, blind ones
 * last among equals, then by id: never by their order in the file, which is no decision anybody reviewed.
 * A cycle is returned as the ids on it, the first one repeated at the end.
 */
export function orderSteps<S extends Ordered>(
  steps: readonly S[],
): { readonly order: readonly S[]; readonly cycle: readonly string[] | null } {
  const waiting = steps.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const order: S[] = [];
  const done = new Set<string>();
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) => needs.every((need) => done.has(need)));
    const step = waiting[next];
    if (step === undefined) return { order, cycle: findCycle(waiting) };
    waiting.splice(next, 1);
    order.push(step);
    done.add(step.id);
  }
  return { order, cycle: null };
}

function rank(step: Ordered): number {
  return (step.isIrreversible ? 2 : 0) + (step.isBlind ? 1 : 0);
}

function findCycle(waiting: readonly Ordered[]): readonly string[] {
  const byId = new Map(waiting.map((step) => [step.id, step]));
  const path: string[] = [];
  // Each of these waits for another one of them, so walking on must come back to one already seen.
  let current = waiting.map(({ id }) => id).toSorted()[0];
  while (current !== undefined && !path.includes(current)) {
    path.push(current);
    current = byId.get(current)?.needs.find((need) => byId.has(need));
  }
  return current === undefined ? path : [...path.slice(path.indexOf(current)), current];
}
