import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { findApprovals } from '../../adapters/forge-local/index.ts';
import { openJournalStore } from '../../adapters/git/journal-store.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { ensureJournalKey, keyFolder, readJournalKey } from '../../adapters/keys/journal-keys.ts';
import { verifyEd25519 } from '../../adapters/keys/ed25519.ts';
import { witnessFile } from '../../adapters/keys/witness-file.ts';
import { createTransport } from '../../adapters/http/create-transport.ts';
import { environmentSecrets } from '../../adapters/secrets/environment-secrets.ts';
import { finding } from '../../core/finding.ts';
import type { World } from '../../core/identity.ts';
import type { Signer } from '../../core/journal-port.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Engine } from '../../execute/engine.ts';
import { refNames } from '../../journal/names.ts';
import { liveTimings, sandboxTimings } from '../../journal/timings.ts';
import { loadPolicy } from '../../load/index.ts';
import type { Io } from '../io.ts';
import { actionRegistry } from './action-registry.ts';
import { crashPoints } from './crash-points.ts';
import { readSandbox } from './read-sandbox.ts';

export interface EngineOptions {
  readonly repo?: string;
  /** URL of a sandbox on this machine. */
  readonly sandbox?: string;
  /** Keep the sandbox's journal at origin instead of in this repository. */
  readonly push?: boolean;
  readonly now?: Date;
}

/** An engine with everything it holds open. */
export interface OpenEngine {
  readonly engine: Engine;
  close(): Promise<void>;
}

declare const MERGECAST_VERSION: string | undefined;

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
  const hasOrigin = await repository.hasOrigin();
  const branch = await repository.defaultBranch();
  const names = refNames(world);
  const isAtOrigin = hasOrigin && (world === 'live' || options.push === true);
  const store = await openJournalStore({
    directory: repository.directory,
    remote: isAtOrigin ? 'origin' : '.',
    prefix: names.prefix,
    branch: hasOrigin ? branch.name : null,
  });
  const fetched = await store.refresh();
  if (!fetched.ok) return failure([finding('journal/store-unreachable', { why: fetched.why })]);
  const tip = (await repository.defaultBranch()).commit;
  if (tip === null) return failure([finding('git/unknown-reference', { reference: branch.name })]);
  const policy = await loadPolicy(repository.at(tip));
  if (!policy.ok) return policy;
  const repositoryId = policy.value.policy.repository;
  const signer = await keyOf(repositoryId, world, io);
  if (!signer.ok) return signer;
  const kind = world === 'live' ? 'live' : 'sandbox';
  const engine: Engine = {
    world,
    repositoryId,
    repository,
    runner: `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`,
    store,
    names,
    signer: signer.value,
    verify: verifyEd25519,
    witness: witnessFile(repositoryId, kind, io.env, store.address),
    transport: createTransport(options.sandbox === undefined ? {} : { sandboxUrl: options.sandbox }),
    secrets: environmentSecrets(io.env),
    registry: actionRegistry(repositoryId),
    approvals: {
      find: ({ liveId, id, tip: at, base, proposedBy }) =>
        findApprovals(repository, at, liveId, { id, proposedBy, signersAt: base === '' ? [] : [base] }),
    },
    timings: world === 'live' ? liveTimings : sandboxTimings,
    clock: systemClock,
    dueNow: () => options.now ?? new Date(),
    nonce: () => randomBytes(16).toString('hex'),
    reach: world === 'live' ? () => undefined : crashPoints(io.env['MERGECAST_KILL_AT']),
    progress: (line) => io.progress(line),
    toolVersion: typeof MERGECAST_VERSION === 'string' ? MERGECAST_VERSION : '0.0.0',
    verified: new Map(),
    branch: { current: null, base: '' },
  };
  const close = async (): Promise<void> => {
    await store.close();
    await repository.close();
  };
  return success({ engine, close });
}

/** The sandbox's key is made on first use; `run` never makes a live one: a second key would hide a forged history. */
async function keyOf(repositoryId: string, world: World, io: Io): Promise<Result<Signer>> {
  if (world !== 'live') return success(await ensureJournalKey(repositoryId, 'sandbox', io.env));
  const signer = await readJournalKey(repositoryId, 'live', io.env);
  if (signer === null) return failure([finding('journal/no-key', { folder: keyFolder(repositoryId, io.env) })]);
  return success(signer);
}
