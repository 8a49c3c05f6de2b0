import { randomUUID } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { readUser } from '../../adapters/everyday-git/index.ts';
import { readText } from '../../adapters/files/read-files.ts';
import { exists, makeFolder } from '../../adapters/files/write-new-files.ts';
import { connectors } from '../../generated/registry.ts';
import { askBrand, type BrandAnswers, type BrandChoices } from '../init/ask-brand.ts';
import { askPeople, type PeopleAnswers, type PeopleChoices } from '../init/ask-people.ts';
import { findingJson } from '../finding-json.ts';
import { beginJournal } from '../init/begin-journal.ts';
import { brandProblems } from '../init/brand-problems.ts';
import { slugOf } from '../init/brand-facts.ts';
import { chooseForge } from '../init/forge/choose-forge.ts';
import { nextSteps, renderSetUp } from '../init/render-set-up.ts';
import { setUpRepository, type SetUp } from '../init/set-up-repository.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson, renderFindings } from '../print.ts';

interface Options extends BrandAnswers, PeopleAnswers {
  readonly repo?: string;
  readonly from?: string;
  readonly forge?: string;
  readonly yes?: boolean;
  readonly format?: string;
}

/** Sets a folder up, begins the live journal, and says what to do next. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const folder = resolve(io.cwd, options.repo ?? '.');
  await makeFolder(folder);
  const brand = await chooseBrand(folder, options, io);
  const people = await choosePeople(folder, options, io);
  const found = await chooseForge(folder, options.forge ?? (await forgeOfPolicy(folder)), askOf(options, io));
  if (!found.ok) return printFailure(io, options.format, found.error);
  const setUp = await setUpRepository({
    folder,
    from: options.from === undefined ? undefined : resolve(io.cwd, options.from),
    brand,
    people,
    forge: found.value.forge,
    connectors,
    uuid: randomUUID(),
    now: systemClock.now(),
  });
  if (!setUp.ok) return printFailure(io, options.format, setUp.error);
  return report(folder, setUp.value, found.value.unknownHost, options.format, io);
}

/** Begins the journal where that is possible, and says what was done and what is left. */
async function report(
  folder: string,
  setUp: SetUp,
  unknownHost: string | null,
  format: string | undefined,
  io: Io,
): Promise<number> {
  const journal = await beginJournal(folder, setUp, io);
  const next = nextSteps(setUp, journal, unknownHost);
  const findings = await brandProblems(folder, setUp.brands);
  const { hasUser: _, policyLines: __, lacksForge: ___, ownerLines: ____, ...facts } = setUp;
  const problems = findings.length > 0 && { findings: findings.map(findingJson) };
  if (format === 'json') printJson(io, { version: 1, ...facts, journal, next, ...problems });
  else io.stdout(renderSetUp(setUp, journal, next));
  if (findings.length > 0 && format !== 'json')
    io.stderr(`\nThe brand cannot be used before this is mended:\n${renderFindings(findings)}`);
  return journal.state === 'failed' || findings.length > 0 ? 1 : 0;
}

/** The brand to write: none where one is taken over, or where everything is there and none was named. */
async function chooseBrand(folder: string, options: Options, io: Io): Promise<BrandChoices | null> {
  if (options.from !== undefined) return null;
  if ((await isSetUp(folder)) && options.brand === undefined) return null;
  const usual = slugOf(basename(folder)) ?? 'brand';
  return askBrand(options, usual, askOf(options, io));
}

/** Who approves: asked only where there is no policy that says it. */
async function choosePeople(folder: string, options: Options, io: Io): Promise<PeopleChoices | null> {
  if (await isSetUp(folder)) return null;
  const { email } = await readUser(folder);
  return askPeople(options, email, askOf(options, io));
}

/** What a policy that is there says of the forge: nobody is asked again. */
async function forgeOfPolicy(folder: string): Promise<string | undefined> {
  const text = (await readText(join(folder, 'mergecast.yaml'))) ?? '';
  return /^forge: *["']?([^\s"'#]+)/m.exec(text)?.[1];
}

function isSetUp(folder: string): Promise<boolean> {
  return exists(join(folder, 'mergecast.yaml'));
}

/** Nobody is asked where a script runs it. */
function askOf({ yes, format }: Options, io: Io): Io['ask'] {
  return yes === true || format === 'json' ? undefined : io.ask;
}
