import { openJournalStore } from '../../adapters/git/journal-store.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { ensureJournalKey, keyFolder, readJournalKey } from '../../adapters/keys/journal-keys.ts';
import { finding } from '../../core/finding.ts';
import type { World } from '../../core/identity.ts';
import type { Signer } from '../../core/journal-port.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Engine } from '../../execute/engine.ts';
import { refNames } from '../../journal/names.ts';
import { loadPolicy } from '../../load/index.ts';
import { openReviewingForge, type OpenedForge } from '../forge/open-reviewing-forge.ts';
import type { Io } from '../io.ts';
import { buildEngine, type ClosableStore, type EngineOptions, type EngineParts } from './build-engine.ts';
import { readSandbox } from './read-sandbox.ts';

export type { EngineOptions } from './build-engine.ts';

/** An engine with everything it holds open. */
export interface OpenEngine {
  readonly engine: Engine;
  /** The forge whose reviews are the approvals; null in plain git. */
  readonly reviewing: OpenedForge | null;
  close(): Promise<void>;
}

/** Puts together what executing needs: repository, store, key, transport, clock. */
export async function openEngine(options: EngineOptions, io: Io): Promise<Result<OpenEngine>> {
  if (options.now !== undefined && options.sandbox === undefined)
    return failure([finding('execution/now-is-live', {})]);
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return repository;
  const world: Result<World> = options.sandbox === undefined ? success('live') : await readSandbox(options.sandbox);
  if (!world.ok) return world;
  const assembled = await assemble(repository.value, world.value, options, io);
  if (!assembled.ok) await repository.value.close();
  return assembled;
}

async function assemble(
  repository: Repository,
  world: World,
  options: EngineOptions,
  io: Io,
): Promise<Result<OpenEngine>> {
  const store = await openStore(repository, world, options.push === true);
  const ready = await readKeys(repository, world, store, options, io);
  if (!ready.ok) {
    await store.close();
    return ready;
  }
  const engine = buildEngine({ repository, world, store, ...ready.value }, options, io);
  const close = async (): Promise<void> => {
    await store.close();
    await repository.close();
  };
  return success({ engine, reviewing: ready.value.reviewing, close });
}

/** Live entries go to origin where there is one; those of a trial stay here unless they are to be shared. */
async function openStore(repository: Repository, world: World, push: boolean): Promise<ClosableStore> {
  const hasOrigin = await repository.hasOrigin();
  const { name } = await repository.defaultBranch();
  return openJournalStore({
    directory: repository.directory,
    remote: hasOrigin && (world === 'live' || push) ? 'origin' : '.',
    prefix: refNames(world).prefix,
    branch: hasOrigin ? name : null,
  });
}

/** Fetches, then reads whose journal it is: the repository's id from the default branch, and the key for it. */
async function readKeys(
  repository: Repository,
  world: World,
  store: ClosableStore,
  options: EngineOptions,
  io: Io,
): Promise<Result<Pick<EngineParts, 'repositoryId' | 'signer' | 'reviewing'>>> {
  const fetched = await store.refresh();
  if (!fetched.ok) return failure([finding('journal/store-unreachable', { why: fetched.why })]);
  const { name, commit } = await repository.defaultBranch();
  if (commit === null) return failure([finding('git/unknown-reference', { reference: name })]);
  const policy = await loadPolicy(repository.at(commit));
  if (!policy.ok) return policy;
  const { repository: repositoryId, forge } = policy.value.policy;
  const reviewing = openReviewingForge({ asked: options.forge, policy: forge, world, environment: io.env });
  if (!reviewing.ok) return reviewing;
  const signer = await keyOf(repositoryId, world, io);
  return signer.ok ? success({ repositoryId, signer: signer.value, reviewing: reviewing.value }) : signer;
}

/** The sandbox's key is made on first use; `run` never makes a live one: a second key would hide a forged history. */
async function keyOf(repositoryId: string, world: World, io: Io): Promise<Result<Signer>> {
  if (world !== 'live') return success(await ensureJournalKey(repositoryId, 'sandbox', io.env));
  const signer = await readJournalKey(repositoryId, 'live', io.env);
  if (signer === null) return failure([finding('journal/no-key', { folder: keyFolder(repositoryId, io.env) })]);
  return success(signer);
}
