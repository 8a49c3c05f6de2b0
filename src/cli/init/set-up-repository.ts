import { join, resolve } from 'node:path';
import {
  commitFirst,
  prepareRepository,
  readSigningKey,
  readUser,
  type GitUser,
} from '../../adapters/everyday-git/index.ts';
import { listFolders, readText } from '../../adapters/files/read-files.ts';
import { readSchemas } from '../../adapters/files/read-schemas.ts';
import {
  exists,
  makeFolder,
  writeNewFiles,
  type FileResult,
  type NewFile,
} from '../../adapters/files/write-new-files.ts';
import type { Connector } from '../../core/contract.ts';
import { success, type Result } from '../../core/result.ts';
import type { BrandChoices } from './ask-brand.ts';
import type { PeopleChoices } from './ask-people.ts';
import { nameOf } from './brand-facts.ts';
import { connectionFacts, type ConnectionFacts } from './connection-facts.ts';
import { approvalFacts, nameOfForge } from './approval-facts.ts';
import type { ForgeChoice } from './forge/choose-forge.ts';
import { secretLines } from './policy-text.ts';
import { brandFiles, repositoryFiles, type BrandSetUp } from './repository-files.ts';
import { takeOverBrands, type TakenOver } from './take-over-brands.ts';
import { writeForgeFiles, type WrittenForgeFiles } from './write-forge-files.ts';

export interface SetUpOptions {
  readonly folder: string;
  /** Brand folder of the original system. */
  readonly from?: string | undefined;
  /** The brand to set up; null where one is taken over, or the folder is set up and none was named. */
  readonly brand: BrandChoices | null;
  /** Who approves; null where a policy says it already. */
  readonly people: PeopleChoices | null;
  /** Where pull requests are; null in plain git. */
  readonly forge: ForgeChoice | null;
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
  /** Lines to go under `secrets:` of a policy that was there before; empty where nothing has to be added. */
  readonly policyLines: string;
  /** How the policy names the forge, or its kind where no origin says which repository it is; null in plain git. */
  readonly forge: string | null;
  readonly defaultBranch: string;
  /** The policy was there before and does not name the forge. */
  readonly lacksForge: boolean;
  /** Lines that a CODEOWNERS which was there before lacks. */
  readonly ownerLines: readonly string[];
}

/** What the first commit may hold. */
const ownPaths = [
  'brands',
  'schemas',
  '.vscode/settings.json',
  '.editorconfig',
  '.gitignore',
  '.gitattributes',
  '.mergecast',
  'mergecast.yaml',
];

/**
 * Makes a folder a mergecast repository: writes what is missing, keeps what is there, commits only where nothing was.
 * Where it is one already, only brands that it does not have are added.
 */
export async function setUpRepository(options: SetUpOptions): Promise<Result<SetUp>> {
  const isSetUp = await exists(join(options.folder, 'mergecast.yaml'));
  const wanted = await brandsOf(options);
  if (!wanted.ok) return wanted;
  await makeFolder(options.folder);
  const prepared = await prepareRepository(options.folder);
  if (!prepared.ok) return prepared;
  const user = await readUser(options.folder);
  const connections = await connectionFacts(options.connectors);
  const fresh = await withoutKnown(options.folder, wanted.value.brands);
  const files = isSetUp
    ? fresh.flatMap((brand) => brandFiles(brand, { connections, today: dayOf(options) }))
    : await allFiles(options, wanted.value.brands, user, connections);
  const results = await writeNewFiles(options.folder, files);
  const written = await forForge(options);
  if (!written.ok) return written;
  const { files: forgeResults, ...forge } = written.value;
  const all = [...results, ...forgeResults];
  const committed = await commitAll(options.folder, user, forgeResults);
  if (!committed.ok) return committed;
  const added = fresh.map(({ facts }) => facts.slug);
  return success({
    repository: (await repositoryIdOf(options.folder)) ?? options.uuid,
    brands: await listFolders(join(options.folder, 'brands')),
    files: all,
    left: wanted.value.left,
    commit: committed.value,
    hasUser: user.email !== '',
    policyLines: isSetUp ? secretLines({ brands: added, connections }) : '',
    forge: nameOfForge(options.forge),
    defaultBranch: forge.defaultBranch,
    lacksForge: options.forge !== null && !forge.isPolicyOnForge,
    ownerLines: forge.ownerLines,
  });
}

/** The first commit, where there is none and git knows who makes it. */
async function commitAll(folder: string, user: GitUser, more: readonly FileResult[]): Promise<Result<string | null>> {
  if (user.email === '') return success(null);
  return commitFirst(folder, [...ownPaths, ...more.map(({ path }) => path)], 'Set up mergecast');
}

async function forForge({ folder, forge, people }: SetUpOptions): Promise<Result<WrittenForgeFiles>> {
  if (forge === null) return success({ files: [], defaultBranch: 'main', isPolicyOnForge: false, ownerLines: [] });
  return writeForgeFiles(folder, forge, people);
}

async function allFiles(
  options: SetUpOptions,
  brands: readonly BrandSetUp[],
  user: GitUser,
  connections: readonly ConnectionFacts[],
): Promise<readonly NewFile[]> {
  return repositoryFiles({
    repository: options.uuid,
    email: user.email,
    name: user.name,
    brands,
    connections,
    schemas: await readSchemas(),
    signingKey: await readSigningKey(options.folder, readText),
    today: dayOf(options),
    ...approvalFacts(options, brands[0]?.facts.currency),
  });
}

/** A brand that is there stays as it is, down to the sample files that somebody has deleted. */
async function withoutKnown(folder: string, brands: readonly BrandSetUp[]): Promise<readonly BrandSetUp[]> {
  const known = new Set(await listFolders(join(folder, 'brands')));
  return brands.filter(({ facts }) => !known.has(facts.slug));
}

async function brandsOf({ from, brand }: SetUpOptions): Promise<Result<TakenOver>> {
  if (from !== undefined) return takeOverBrands(resolve(from));
  if (brand === null) return success({ brands: [], left: [] });
  const { brand: slug, ...choices } = brand;
  const facts = { slug, name: nameOf(slug), ...choices };
  return success({ brands: [{ facts, taken: new Map() }], left: [] });
}

function dayOf({ now }: SetUpOptions): string {
  return now.toISOString().slice(0, 10);
}

async function repositoryIdOf(folder: string): Promise<string | null> {
  return (
    /^repository: *["']?([0-9a-f-]{36})/m.exec((await readText(join(folder, 'mergecast.yaml'))) ?? '')?.[1] ?? null
  );
}
