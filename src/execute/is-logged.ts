import { logPathEnd } from '../journal/names.ts';
import type { JournalState } from '../journal/state.ts';
import type { Engine } from './engine.ts';

/** Whether the log in the store holds this very execution, whatever brand it was filed under. Read afresh. */
export async function isLogged(engine: Engine, executionId: string, state: JournalState): Promise<boolean> {
  await engine.store.refresh();
  const tip = (await engine.store.tips(engine.names.log)).get(engine.names.log);
  if (tip === undefined) return false;
  const { id, generation } = state.authorised.effects;
  for (const path of (await engine.store.files(tip, 'logs')).keys()) {
    if (!path.endsWith(logPathEnd(id, generation))) continue;
    const text = await engine.store.readFile(tip, path);
    if (text !== null && (JSON.parse(text) as { executionId: string }).executionId === executionId) return true;
  }
  return false;
}
