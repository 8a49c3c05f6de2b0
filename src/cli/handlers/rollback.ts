import { ulid } from 'ulid';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { exists, writeNewFiles } from '../../adapters/files/write-new-files.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Engine } from '../../execute/engine.ts';
import type { Log } from '../../generated/types/log.ts';
import { rollbackOf } from '../../journal/rollback-of.ts';
import { wrapLines } from '../../report/wrap-lines.ts';
import { withEngine, type EngineCommandOptions } from '../engine/with-engine.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';
import { findSealed } from '../rollback/find-sealed.ts';
import { rollbackFiles, rollbackFolder } from '../rollback/rollback-files.ts';

interface Written {
  readonly log: Log;
  readonly id: string;
  readonly path: string;
  readonly files: readonly string[];
}

/** Writes the rollback of a finished execution into the work tree, ready to be proposed. Undoes nothing itself. */
export async function handle(wanted: string, raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as EngineCommandOptions;
  const { format } = options;
  return withEngine(options, io, async ({ engine }) => {
    const written = await write(engine, wanted);
    if (!written.ok) return printFailure(io, format, written.error);
    const { log, id, path, files } = written.value;
    if (format === 'json') printJson(io, { version: 1, rollsBack: log.executionId, id, path, files });
    else io.stdout(words(written.value));
    return 0;
  });
}

async function write(engine: Engine, wanted: string): Promise<Result<Written, readonly Finding[]>> {
  const log = await findSealed(engine, wanted);
  if (!log.ok) return log;
  const rollback = rollbackOf(log.value);
  if (rollback === null) return failure([finding('plan/nothing-to-roll-back', {})]);
  const id = ulid();
  const facts = { log: log.value, rollback, id, month: systemClock.now().toISOString().slice(0, 7) };
  const path = rollbackFolder(facts);
  const { directory } = engine.repository;
  if (await exists(`${directory}/${path}`)) return failure([finding('command/exists', { path })]);
  const results = await writeNewFiles(directory, rollbackFiles(facts));
  return success({ log: log.value, id, path, files: results.map((file) => file.path) });
}

function words({ log, path }: Written): string {
  return wrapLines(
    [
      `Wrote the rollback of ${log.path}. Nothing is undone yet.`,
      '',
      'Next:',
      `  mergecast check ${path}`,
      `  mergecast propose ${path}`,
      '  then have it approved, and `mergecast run` undoes it.',
      '',
    ].join('\n'),
    80,
  );
}
