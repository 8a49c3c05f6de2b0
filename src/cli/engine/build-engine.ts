import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { findApprovals } from '../../adapters/forge-local/index.ts';
import { createTransport } from '../../adapters/http/create-transport.ts';
import { verifyEd25519 } from '../../adapters/keys/ed25519.ts';
import { witnessFile } from '../../adapters/keys/witness-file.ts';
import { environmentSecrets } from '../../adapters/secrets/environment-secrets.ts';
import type { World } from '../../core/identity.ts';
import type { JournalStore, Signer } from '../../core/journal-port.ts';
import type { Repository } from '../../core/ports.ts';
import type { ApprovalSource, Engine } from '../../execute/engine.ts';
import { refNames } from '../../journal/names.ts';
import { liveTimings, sandboxTimings } from '../../journal/timings.ts';
import { forgeControlApprovals } from '../forge/control-approvals.ts';
import { forgeApprovals } from '../forge/forge-approvals.ts';
import type { OpenedForge } from '../forge/open-reviewing-forge.ts';
import type { Io } from '../io.ts';
import { actionRegistry } from './action-registry.ts';
import { crashPoints } from './crash-points.ts';

export interface EngineOptions {
  readonly repo?: string;
  /** URL of a sandbox on this machine. */
  readonly sandbox?: string;
  /** Keep the sandbox's journal at origin instead of in this repository. */
  readonly push?: boolean;
  readonly now?: Date;
  /** Whose reviews are the approvals: `--forge`, or `workflow` for the one whose runner started this. */
  readonly forge?: string;
}

/** A store that holds a git process open. */
export type ClosableStore = JournalStore & { close(): Promise<void> };

/** What was opened and read before an engine can be built. */
export interface EngineParts {
  readonly repository: Repository;
  readonly world: World;
  readonly store: ClosableStore;
  readonly repositoryId: string;
  readonly signer: Signer;
  /** Null: plain git has the approvals. */
  readonly reviewing: OpenedForge | null;
}

declare const MERGECAST_VERSION: string | undefined;

/** Puts together what executing needs from outside. Opens and reads nothing by itself. */
export function buildEngine(parts: EngineParts, options: EngineOptions, io: Io): Engine {
  const { repository, world, store, repositoryId, signer, reviewing } = parts;
  const isLive = world === 'live';
  return {
    world,
    repositoryId,
    repository,
    runner: `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`,
    store,
    names: refNames(world),
    signer,
    verify: verifyEd25519,
    witness: witnessFile(repositoryId, isLive ? 'live' : 'sandbox', io.env, store.address),
    transport: createTransport(options.sandbox === undefined ? {} : { sandboxUrl: options.sandbox }),
    secrets: environmentSecrets(io.env),
    registry: actionRegistry(repositoryId),
    ...(reviewing === null
      ? { approvals: gitApprovals(repository) }
      : {
          approvals: forgeApprovals({ ...reviewing, repository }),
          controlApprovals: forgeControlApprovals({ ...reviewing, repository }),
        }),
    timings: isLive ? liveTimings : sandboxTimings,
    clock: systemClock,
    dueNow: () => options.now ?? systemClock.now(),
    nonce: () => randomBytes(16).toString('hex'),
    reach: isLive ? () => undefined : crashPoints(io.env['MERGECAST_KILL_AT']),
    progress: (line) => io.progress(line),
    toolVersion: typeof MERGECAST_VERSION === 'string' ? MERGECAST_VERSION : '0.0.0',
    verified: new Map(),
    branch: { current: null, base: '' },
  };
}

/** Approvals of plain git: signed merges of the default branch. */
function gitApprovals(repository: Repository): ApprovalSource {
  return {
    find: ({ liveId, id, tip: at, base, folder, proposedBy }) =>
      findApprovals(repository, at, liveId, { id, folder, proposedBy, signersAt: base === '' ? [] : [base] }),
  };
}
