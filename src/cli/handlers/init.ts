import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { connectors } from '../../generated/registry.ts';
import { beginJournal } from '../init/begin-journal.ts';
import { nextSteps, renderSetUp } from '../init/render-set-up.ts';
import { setUpRepository } from '../init/set-up-repository.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

/** Sets a folder up, begins the live journal, and says what to do next. */
export async function handle(options: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, from, brand, market, currency, format } = options as {
    repo?: string;
    from?: string;
    brand?: string;
    market: string;
    currency: string;
    format?: string;
  };
  const folder = resolve(io.cwd, repo ?? '.');
  const setUp = await setUpRepository({
    folder,
    from: from === undefined ? undefined : resolve(io.cwd, from),
    brand,
    market,
    currency,
    connectors,
    uuid: randomUUID(),
    now: systemClock.now(),
  });
  if (!setUp.ok) return printFailure(io, format, setUp.error);
  const journal = await beginJournal(folder, setUp.value, io);
  const next = nextSteps(setUp.value, journal);
  const { hasUser: _, policyLines: __, ...facts } = setUp.value;
  if (format === 'json') printJson(io, { version: 1, ...facts, journal, next });
  else io.stdout(renderSetUp(setUp.value, journal, next));
  return journal.state === 'failed' ? 1 : 0;
}
