import { sha256Hex } from '../../../src/core/canonical.ts';
import type { JournalStore, PushOutcome, RefUpdate } from '../../../src/core/journal-port.ts';

interface MemoryCommit {
  readonly parent: string | null;
  readonly text: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What all runners push to: refs with compare-and-swap. */
export class MemoryOrigin {
  readonly commits = new Map<string, MemoryCommit>();
  readonly refs = new Map<string, string>();
  /** Seen by runners at their next refresh. */
  branchTip = '';

  /** All or nothing. */
  swap(updates: readonly RefUpdate[]): boolean {
    if (updates.some(({ ref, expect }) => (this.refs.get(ref) ?? null) !== expect)) return false;
    for (const { ref, next } of updates) this.refs.set(ref, next);
    return true;
  }

  /** Texts of a ref's entries, oldest first. */
  texts(ref: string): string[] {
    return this.chain(this.refs.get(ref) ?? null).map(({ text }) => text);
  }

  chain(tip: string | null, after?: string): { commit: string; text: string }[] {
    const found: { commit: string; text: string }[] = [];
    for (let at = tip; at !== null && at !== after; at = this.commits.get(at)?.parent ?? null)
      found.push({ commit: at, text: this.commits.get(at)?.text ?? '' });
    return found.toReversed();
  }

  isAncestor(commit: string, tip: string): boolean {
    for (let at: string | null = tip; at !== null; at = this.commits.get(at)?.parent ?? null)
      if (at === commit) return true;
    return false;
  }
}

/** What may go wrong with one push. */
export type PushFault = 'none' | 'unknown-landed' | 'unknown-not-landed';

/** What the store of one runner asks of the simulation. */
export interface StoreHooks {
  /** Waits for a turn, before and after the world is touched. */
  turn(): Promise<void>;
  fault(): PushFault;
  /** The runner's copy of the default branch follows. */
  onRefresh(branchTip: string): void;
}

/** A runner's own copy of the refs, as after a fetch. */
export function memoryStore(origin: MemoryOrigin, hooks: StoreHooks): JournalStore {
  let local = new Map(origin.refs);
  let pushes = 0;
  return {
    address: 'memory',
    get pushes() {
      return pushes;
    },
    refresh: async () => {
      await hooks.turn();
      local = new Map(origin.refs);
      hooks.onRefresh(origin.branchTip);
      return { ok: true };
    },
    tips: async (below) => new Map([...local].filter(([ref]) => ref === below || ref.startsWith(prefixOf(below)))),
    chain: async (tip, after) =>
      after !== undefined && !origin.isAncestor(after, tip) ? null : origin.chain(tip, after),
    write: async (text, _message, parent, files = []) => {
      const inherited = parent === null ? [] : (origin.commits.get(parent)?.files ?? []);
      const commit = sha256Hex(`${parent ?? ''}\n${text}`).slice(0, 40);
      const all = new Map([...inherited, ...files.map(({ path, text: content }) => [path, content] as const)]);
      origin.commits.set(commit, { parent, text, files: all });
      return commit;
    },
    push: async (updates): Promise<PushOutcome> => {
      pushes += 1;
      await hooks.turn();
      const fault = hooks.fault();
      const isWon = fault !== 'unknown-not-landed' && origin.swap(updates);
      await hooks.turn();
      if (fault !== 'none') return { is: 'unknown', why: 'the connection was lost' };
      if (!isWon) return { is: 'lost' };
      for (const { ref, next } of updates) local.set(ref, next);
      return { is: 'ok' };
    },
    files: async (commit, folder) =>
      new Map(
        [...(origin.commits.get(commit)?.files ?? [])]
          .filter(([path]) => path.startsWith(`${folder}/`))
          .map(([path, text]) => [path, sha256Hex(text)]),
      ),
    readFile: async (commit, path) => origin.commits.get(commit)?.files.get(path) ?? null,
  };
}

function prefixOf(below: string): string {
  return below.endsWith('/') ? below : `${below}/`;
}
