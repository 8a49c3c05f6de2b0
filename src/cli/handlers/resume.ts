import { ulid } from 'ulid';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { exists, writeNewFiles } from '../../adapters/files/write-new-files.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Engine } from '../../execute/engine.ts';
import type { FollowUp } from '../../history/follow-up-of.ts';
import { followUpText } from '../../report/follow-up-text.ts';
import { wrapLines } from '../../report/wrap-lines.ts';
import { withEngine, type EngineCommandOptions } from '../engine/with-engine.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';
import { continuationFiles, continuedFolder } from '../resume/continuation-files.ts';
import { readRemainder } from '../resume/read-remainder.ts';
import { findSealed } from '../rollback/find-sealed.ts';

interface Written {
  readonly followUp: FollowUp;
  readonly id: string;
  readonly path: string;
  readonly files: readonly string[];
}

/** Writes what remains of an ended execution into the work tree, ready to be proposed. Sends nothing itself. */
export async function handle(wanted: string, raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as EngineCommandOptions;
  const { format } = options;
  return withEngine(options, io, async ({ engine }) => {
    const written = await write(engine, wanted);
    if (!written.ok) return printFailure(io, format, written.error);
    const { followUp, id, path, files } = written.value;
    const { executionId, steps } = followUp;
    if (format === 'json') printJson(io, { version: 1, continues: executionId, id, path, files, steps });
    else io.stdout(words(written.value));
    return 0;
  });
}

async function write(engine: Engine, wanted: string): Promise<Result<Written, readonly Finding[]>> {
  const log = await findSealed(engine, wanted);
  if (!log.ok) return log;
  const remainder = await readRemainder(engine, log.value);
  if (!remainder.ok) return remainder;
  const { followUp, continues } = remainder.value;
  const now = systemClock.now();
  const id = ulid();
  const path = continuedFolder(followUp, now);
  const { directory } = engine.repository;
  if (await exists(`${directory}/${path}`)) return failure([finding('command/exists', { path })]);
  const approved = engine.repository.at(followUp.base);
  const files = await continuationFiles(approved, { followUp, continues, id, folder: path, now });
  const results = await writeNewFiles(directory, files);
  return success({ followUp, id, path, files: results.map((file) => file.path) });
}

function words({ followUp, path }: Written): string {
  return wrapLines(
    [
      followUpText(followUp),
      '',
      `Wrote what remains as ${path}. Nothing is sent yet.`,
      '',
      'Next:',
      `  mergecast check ${path}`,
      `  mergecast propose ${path}`,
      '  then have it approved, and `mergecast run` carries out the remainder alone.',
      '',
    ].join('\n'),
    80,
  );
}
