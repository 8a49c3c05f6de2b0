import { randomUUID } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { exists } from '../../adapters/files/write-new-files.ts';
import { connectors } from '../../generated/registry.ts';
import { askBrand, type BrandAnswers, type BrandChoices } from '../init/ask-brand.ts';
import { findingJson } from '../finding-json.ts';
import { beginJournal } from '../init/begin-journal.ts';
import { brandProblems } from '../init/brand-problems.ts';
import { slugOf } from '../init/brand-facts.ts';
import { nextSteps, renderSetUp } from '../init/render-set-up.ts';
import { setUpRepository } from '../init/set-up-repository.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson, renderFindings } from '../print.ts';

interface Options extends BrandAnswers {
  readonly repo?: string;
  readonly from?: string;
  readonly yes?: boolean;
  readonly format?: string;
}

/** Sets a folder up, begins the live journal, and says what to do next. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const folder = resolve(io.cwd, options.repo ?? '.');
  const setUp = await setUpRepository({
    folder,
    from: options.from === undefined ? undefined : resolve(io.cwd, options.from),
    brand: await chooseBrand(folder, options, io),
    connectors,
    uuid: randomUUID(),
    now: systemClock.now(),
  });
  if (!setUp.ok) return printFailure(io, options.format, setUp.error);
  const journal = await beginJournal(folder, setUp.value, io);
  const next = nextSteps(setUp.value, journal);
  const findings = await brandProblems(folder, setUp.value.brands);
  const { hasUser: _, policyLines: __, ...facts } = setUp.value;
  if (options.format === 'json')
    printJson(io, {
      version: 1,
      ...facts,
      journal,
      next,
      ...(findings.length > 0 && { findings: findings.map(findingJson) }),
    });
  else io.stdout(renderSetUp(setUp.value, journal, next));
  if (findings.length > 0 && options.format !== 'json')
    io.stderr(`\nThe brand cannot be used before this is mended:\n${renderFindings(findings)}`);
  return journal.state === 'failed' || findings.length > 0 ? 1 : 0;
}

/** The brand to write: none where one is taken over, or where everything is there and none was named. */
async function chooseBrand(folder: string, options: Options, io: Io): Promise<BrandChoices | null> {
  const { from, yes, format, ...given } = options;
  if (from !== undefined) return null;
  const isSetUp = await exists(join(folder, 'mergecast.yaml'));
  if (isSetUp && given.brand === undefined) return null;
  const usual = slugOf(basename(folder)) ?? 'brand';
  return askBrand(given, usual, yes === true || format === 'json' ? undefined : io.ask);
}
