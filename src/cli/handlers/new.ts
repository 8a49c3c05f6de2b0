import { ulid } from 'ulid';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { writeNewFiles, type NewFile } from '../../adapters/files/write-new-files.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import type { Repository } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';
import { loadBrand } from '../../load/index.ts';
import { findExecution } from '../find-execution.ts';
import { timezoneOf } from '../init/brand-facts.ts';
import type { Io } from '../io.ts';
import { chooseBrand } from '../new/choose-brand.ts';
import { copyExecution } from '../new/copy-execution.ts';
import type { Kind } from '../new/kinds.ts';
import { placeExecution, type Placed } from '../new/place-execution.ts';
import { renderNew } from '../new/render-new.ts';
import { writeTemplate } from '../new/write-template.ts';
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
  const options = raw as Options;
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, options.format, repository.error);
  try {
    const written = await write(repository.value, options, io);
    if (!written.ok) return printFailure(io, options.format, written.error);
    const { placed, id, files } = written.value;
    await writeNewFiles(repository.value.directory, files);
    const facts = { version: 1, path: placed.folder, id, files: files.map(({ path }) => path) };
    if (options.format === 'json') printJson(io, facts);
    else io.stdout(renderNew(placed.folder, files));
    return 0;
  } finally {
    await repository.value.close();
  }
}

interface Written {
  readonly placed: Placed;
  readonly id: string;
  readonly files: readonly NewFile[];
}

async function write({ directory, workTree }: Repository, options: Options, io: Io): Promise<Result<Written>> {
  const from = options.from === undefined ? success(null) : await findExecution(options.from, { directory, cwd: io.cwd }); // prettier-ignore
  if (!from.ok) return from;
  const { kind } = options;
  const slug = await chooseBrand(directory, options.brand ?? from.value?.split('/')[1]);
  if (!slug.ok) return slug;
  const brand = await loadBrand(workTree(), slug.value);
  if (!brand.ok) return brand;
  const { profile } = brand.value;
  const timezone = profile.timezone ?? timezoneOf(profile.target_markets?.[0] ?? '');
  const now = systemClock.now();
  const placed = await placeExecution({
    directory,
    brand: slug.value,
    asked: options.name,
    usual: from.value?.split('/').at(-1) ?? kind ?? '',
    month: (options.at ?? now.toISOString()).slice(0, 7),
  });
  if (!placed.ok) return placed;
  const id = ulid(now.getTime());
  const schedule = options.at === undefined ? null : { at: options.at, timezone };
  const facts = { id, placed: placed.value, schedule, timezone };
  const files =
    from.value === null
      ? writeTemplate({ ...facts, kind: kind ?? 'blog', brand: brand.value })
      : success(await copyExecution({ ...facts, directory, from: from.value, brand: slug.value }));
  return files.ok ? success({ placed: placed.value, id, files: files.value }) : files;
}
