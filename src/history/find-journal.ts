import type { JournalStore } from '../core/journal-port.ts';
import type { Entry } from '../journal/entry.ts';
import type { Log } from '../generated/types/log.ts';
import type { RefNames } from '../journal/names.ts';

/** The entries of an execution, from its journal or from its sealed log. */
export interface FoundJournal {
  readonly executionId: string;
  readonly entries: readonly Entry[];
}

/** Finds executions by the ULID of their manifest or by the start of their execution id; the newest generation last. */
export async function findJournals(store: JournalStore, names: RefNames, id: string): Promise<FoundJournal[]> {
  const open = await openJournals(store, names, id);
  const found = open.length > 0 ? open : await sealedJournals(store, names, id);
  return found.toSorted((a, b) => generationOf(a) - generationOf(b));
}

async function openJournals(store: JournalStore, names: RefNames, id: string): Promise<FoundJournal[]> {
  const found: FoundJournal[] = [];
  for (const [ref, tip] of await store.tips(names.executions)) {
    const executionId = ref.slice(ref.lastIndexOf('/') + 1);
    const entries = readEntries(((await store.chain(tip)) ?? []).map(({ text }) => text));
    if (matches(entries, executionId, id)) found.push({ executionId, entries });
  }
  return found;
}

async function sealedJournals(store: JournalStore, names: RefNames, id: string): Promise<FoundJournal[]> {
  const found: FoundJournal[] = [];
  const log = (await store.tips(names.log)).get(names.log);
  if (log === undefined) return found;
  for (const path of (await store.files(log, 'logs')).keys()) {
    const text = await store.readFile(log, path);
    const sealed = text === null ? null : (JSON.parse(text) as Log);
    if (sealed !== null && matches(sealed.entries, sealed.executionId, id)) found.push(sealed);
  }
  return found;
}

function generationOf({ entries }: FoundJournal): number {
  const body = entries[0]?.body;
  return body?.kind === 'AUTHORISED' ? body.effects.generation : 0;
}

function readEntries(texts: readonly (string | null)[]): Entry[] {
  return texts.flatMap((text) => {
    try {
      return text === null ? [] : [JSON.parse(text) as Entry];
    } catch {
      // A foreign commit; `audit verify` names it.
      return [];
    }
  });
}

function matches(entries: readonly Entry[], executionId: string, id: string): boolean {
  const body = entries[0]?.body;
  if (body?.kind !== 'AUTHORISED') return false;
  return body.effects.id === id.toUpperCase() || (id.length >= 4 && executionId.startsWith(id.toLowerCase()));
}
