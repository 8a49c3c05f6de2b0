import { systemClock } from '../../adapters/clock/system-clock.ts';
import { writeNewFiles } from '../../adapters/files/write-new-files.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import type { Io } from '../io.ts';
import type { Kind } from '../new/kinds.ts';
import { newExecution } from '../new/new-execution.ts';
import { renderNew } from '../new/render-new.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly kind?: Kind;
  readonly repo?: string;
  readonly format?: string;
  readonly brand?: string;
  readonly name?: string;
  readonly from?: string;
  readonly at?: string;
}

/** Writes a new execution and says what to do with it. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, format, kind = 'blog', ...asked } = raw as Options;
  const repository = await openRepository(repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, format, repository.error);
  try {
    const made = await newExecution(repository.value, { ...asked, kind, cwd: io.cwd, now: systemClock.now() });
    if (!made.ok) return printFailure(io, format, made.error);
    const { folder, id, files } = made.value;
    await writeNewFiles(repository.value.directory, files);
    if (format === 'json') printJson(io, { version: 1, path: folder, id, files: files.map(({ path }) => path) });
    else io.stdout(renderNew(folder, files));
    return 0;
  } finally {
    await repository.value.close();
  }
}
