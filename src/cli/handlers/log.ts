import { openJournalStore } from '../../adapters/git/journal-store.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { findJournals, type FoundJournal } from '../../history/find-journal.ts';
import { timelineOf } from '../../history/timeline.ts';
import { refNames } from '../../journal/names.ts';
import { renderLog } from '../../report/render-log.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly offline?: boolean;
}

/** Shows one execution's journal; the live world first, then the sandbox. */
export async function handle(id: string, raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, options.format, repository.error);
  try {
    const found = await search(repository.value, id, options.offline === true);
    const newest = found.at(-1);
    if (newest === undefined) return printFailure(io, options.format, [finding('execution/unknown-id', { id })]);
    const entries = timelineOf(newest.entries);
    if (options.format === 'json') printJson(io, { version: 1, executionId: newest.executionId, entries });
    else io.stdout(renderLog(newest.executionId, entries));
    return 0;
  } finally {
    await repository.value.close();
  }
}

async function search(repository: Repository, id: string, offline: boolean): Promise<FoundJournal[]> {
  const remotes = (await repository.hasOrigin()) ? (['origin', '.'] as const) : (['.'] as const);
  for (const world of ['live', 'sandbox:'] as const)
    for (const remote of remotes) {
      const names = refNames(world);
      const store = await openJournalStore({
        directory: repository.directory,
        remote,
        prefix: names.prefix,
        branch: null,
      });
      if (!offline) await store.refresh();
      const found = await findJournals(store, names, id);
      await store.close();
      if (found.length > 0) return found;
    }
  return [];
}
