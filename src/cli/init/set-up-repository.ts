import { basename, resolve } from 'node:path';
import { commitFirst, prepareRepository, readSigningKey, readUser } from '../../adapters/everyday-git/index.ts';
import { readText } from '../../adapters/files/read-files.ts';
import { readSchemas } from '../../adapters/files/read-schemas.ts';
import { writeNewFiles, type FileResult } from '../../adapters/files/write-new-files.ts';
import type { Connector } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { nameOf, slugOf, timezoneOf } from './brand-facts.ts';
import { connectionFacts } from './connection-facts.ts';
import { repositoryFiles, type BrandSetUp } from './repository-files.ts';
import { takeOverBrands } from './take-over-brands.ts';

export interface SetUpOptions {
  readonly folder: string;
  /** Brand folder of the original system. */
  readonly from?: string | undefined;
  readonly brand?: string | undefined;
  readonly market: string;
  readonly currency: string;
  readonly connectors: Readonly<Record<string, () => Promise<Connector>>>;
  /** New UUID of the repository. */
  readonly uuid: string;
  readonly now: Date;
}

export interface SetUp {
  /** UUID in `mergecast.yaml`; the one that was there, where there was one. */
  readonly repository: string;
  readonly brands: readonly string[];
  readonly files: readonly FileResult[];
  /** Files of the original folder that were not taken over. */
  readonly left: readonly string[];
  /** First commit, where the repository had none and git knows the user. */
  readonly commit: string | null;
  /** True where git knows who the user is. */
  readonly hasUser: boolean;
}

/** Makes a folder a mergecast repository: writes what is missing, keeps what is there, commits only where nothing was. */
export async function setUpRepository(options: SetUpOptions): Promise<Result<SetUp>> {
  const brands = await brandsOf(options);
  if (!brands.ok) return brands;
  const prepared = await prepareRepository(options.folder);
  if (!prepared.ok) return prepared;
  const user = await readUser(options.folder);
  const files = repositoryFiles({
    repository: options.uuid,
    email: user.email,
    name: user.name,
    brands: brands.value.brands,
    connections: await connectionFacts(options.connectors),
    schemas: await readSchemas(),
    signingKey: await readSigningKey(options.folder, readText),
    today: options.now.toISOString().slice(0, 10),
  });
  const results = await writeNewFiles(options.folder, files);
  const hasUser = user.email !== '';
  const paths = results.filter(({ status }) => status !== 'kept').map(({ path }) => path);
  const committed = hasUser && paths.length > 0 ? await commitFirst(options.folder, paths, 'Set up mergecast') : success(null);
  if (!committed.ok) return committed;
  return success({
    repository: (await repositoryIdOf(options.folder)) ?? options.uuid,
    brands: brands.value.brands.map(({ facts }) => facts.slug),
    files: results,
    left: brands.value.left,
    commit: committed.value,
    hasUser,
  });
}

async function brandsOf(options: SetUpOptions): Promise<Result<{ brands: readonly BrandSetUp[]; left: readonly string[] }>> {
  const { market, currency } = options;
  if (options.from !== undefined) return takeOverBrands(resolve(options.from), { market, currency });
  const slug = options.brand ?? slugOf(basename(resolve(options.folder))) ?? 'brand';
  if (slugOf(slug) !== slug)
    return failure([finding('command/bad-value', { option: '--brand', value: slug, expected: 'small letters, digits and hyphens, such as acme-bikes' })]);
  const facts = { slug, name: nameOf(slug), market, currency, timezone: timezoneOf(market) };
  return success({ brands: [{ facts, taken: new Map() }], left: [] });
}

async function repositoryIdOf(folder: string): Promise<string | null> {
  return /^repository: *["']?([0-9a-f-]{36})/m.exec((await readText(`${folder}/mergecast.yaml`)) ?? '')?.[1] ?? null;
}
