import { ulid } from 'ulid';
import type { NewFile } from '../../adapters/files/write-new-files.ts';
import type { Repository } from '../../core/ports.ts';
import { success, type Result } from '../../core/result.ts';
import { loadBrand } from '../../load/index.ts';
import type { LoadedBrand } from '../../load/types.ts';
import { findExecution } from '../find-execution.ts';
import { timezoneOf } from '../init/brand-facts.ts';
import { chooseBrand } from './choose-brand.ts';
import { copyExecution } from './copy-execution.ts';
import type { Kind } from './kinds.ts';
import { placeExecution, type Placed } from './place-execution.ts';
import { writeTemplate } from './write-template.ts';

export interface NewInput {
  readonly kind: Kind;
  readonly brand?: string | undefined;
  readonly name?: string | undefined;
  /** Older execution, as a path of the command line. */
  readonly from?: string | undefined;
  /** Wall time in the brand's zone. */
  readonly at?: string | undefined;
  readonly cwd: string;
  readonly now: Date;
}

/** A new execution that is not written yet. */
export interface NewExecution {
  readonly folder: string;
  readonly id: string;
  readonly files: readonly NewFile[];
}

/** Puts a new execution together: from a template, or from an older one. Writes nothing. */
export async function newExecution(repository: Repository, input: NewInput): Promise<Result<NewExecution>> {
  const source = await readSource(repository, input);
  if (!source.ok) return source;
  const { from, brand } = source.value;
  const placed = await placeExecution({
    directory: repository.directory,
    brand: brand.slug,
    asked: input.name,
    usual: from?.split('/').at(-1) ?? input.kind,
    month: (input.at ?? input.now.toISOString()).slice(0, 7),
  });
  if (!placed.ok) return placed;
  const id = ulid(input.now.getTime());
  const files = await filesOf(input, { ...source.value, placed: placed.value, id });
  return files.ok ? success({ folder: placed.value.folder, id, files: files.value }) : files;
}

interface Source {
  readonly directory: string;
  /** Folder of the older execution. */
  readonly from: string | null;
  readonly brand: LoadedBrand;
}

async function readSource(repository: Repository, { from, brand, cwd }: NewInput): Promise<Result<Source>> {
  const { directory } = repository;
  const found = from === undefined ? success(null) : await findExecution(from, { directory, cwd });
  if (!found.ok) return found;
  const slug = await chooseBrand(directory, brand ?? found.value?.split('/')[1]);
  if (!slug.ok) return slug;
  const loaded = await loadBrand(repository.workTree(), slug.value);
  return loaded.ok ? success({ directory, from: found.value, brand: loaded.value }) : loaded;
}

interface Found extends Source {
  readonly placed: Placed;
  readonly id: string;
}

async function filesOf(
  { kind, at }: NewInput,
  { directory, from, brand, placed, id }: Found,
): Promise<Result<readonly NewFile[]>> {
  const timezone = brand.profile.timezone ?? timezoneOf(brand.profile.target_markets?.[0] ?? '');
  const facts = { id, placed, timezone, schedule: at === undefined ? null : { at, timezone } };
  return from === null
    ? writeTemplate({ ...facts, kind, brand })
    : success(await copyExecution({ ...facts, directory, from, brand: brand.slug }));
}
