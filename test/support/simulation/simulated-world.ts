import { createHash } from 'node:crypto';
import { executionIdOf } from '../../../src/core/identity.ts';
import type { Signer, VerifySignature, Witness } from '../../../src/core/journal-port.ts';
import type { WireRequest } from '../../../src/core/ports.ts';
import type { Engine } from '../../../src/execute/engine.ts';
import { refNames } from '../../../src/journal/names.ts';
import type { Timings } from '../../../src/journal/timings.ts';
import { actionCatalogue } from '../../../src/load/index.ts';
import { planExecution } from '../../../src/plan/index.ts';
import { MemoryHistory, memoryRepository } from './memory-repository.ts';
import { MemoryOrigin, memoryStore, type PushFault } from './memory-store.ts';
import { paperRegistry } from './paper-connector.ts';
import { noFaults, PaperPlatform, paperTransport, type CallFaults } from './paper-platform.ts';
import type { Random } from './random.ts';
import { Turns, type Process } from './turns.ts';

export const repositoryId = '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11';
export const names = refNames('live');
/** Real signatures would take most of the time; who does not know the word cannot make these either. */
const sign = (text: string): string => createHash('sha256').update(`secret word\n${text}`).digest('base64url');
const signer: Signer = { publicKey: 'simulated', sign };
export const verify: VerifySignature = (publicKey, text, signature) =>
  publicKey === 'simulated' && sign(text) === signature;

/** Everything outside the runners, which they can neither see nor change except through their ports. */
export class SimulatedWorld {
  readonly random: Random;
  readonly turns: Turns;
  readonly timings: Timings;
  readonly origin = new MemoryOrigin();
  readonly history = new MemoryHistory();
  readonly platform = new PaperPlatform();
  readonly approved: { readonly commit: number; readonly liveId: string; readonly digest: string }[] = [];
  readonly publicKey = signer.publicKey;
  /** Called with every request that may change something, at the moment when it leaves. */
  watch: (request: WireRequest) => void = () => undefined;
  private readonly memory = new Map<string, { commit: string; sequence: number; hash: string }>();

  constructor(random: Random, timings: Timings) {
    this.random = random;
    this.timings = timings;
    this.turns = new Turns(random, Date.parse('2027-03-01T08:00:00Z'));
  }

  /** A runner with its own view of the store and of the default branch. */
  engine(process: Process, faults: CallFaults = noFaults, pushFaults = 0): Engine {
    const { turns, random } = this;
    let tip = this.origin.branchTip;
    const turn = (): Promise<void> => turns.take(process);
    const fault = (): PushFault =>
      random.chance(pushFaults) ? random.pick(['unknown-landed', 'unknown-not-landed'] as const) : 'none';
    return {
      world: 'live',
      repositoryId,
      repository: memoryRepository(this.history, () => tip),
      runner: process.name,
      store: memoryStore(this.origin, { turn, fault, onRefresh: (branchTip) => (tip = branchTip) }),
      names,
      signer,
      verify,
      witness: this.witness(),
      transport: paperTransport(this.platform, random, faults, {
        turn,
        now: () => turns.now,
        onCall: (request) => this.watch(request),
      }),
      secrets: { resolve: () => ({ ok: false, error: [] }) },
      registry: {
        connector: async (id) => (await paperRegistry.connectors[id]?.()) ?? null,
        action: async (uses) => (await paperRegistry.actions[uses]?.load()) ?? null,
        catalogue: actionCatalogue(paperRegistry),
        plan: (execution, brand) => planExecution(execution, brand, repositoryId, paperRegistry),
      },
      approvals: { find: async ({ liveId, tip: at }) => this.approvalsOf(liveId, at) },
      timings: this.timings,
      clock: { now: () => new Date(turns.now), sleep: (milliseconds) => turns.sleep(process, milliseconds) },
      dueNow: () => new Date(turns.now),
      nonce: () =>
        random
          .between(0, 2 ** 32 - 1)
          .toString(16)
          .padStart(8, '0')
          .repeat(4),
      reach: () => undefined,
      progress: () => undefined,
      toolVersion: 'simulated',
      verified: new Map(),
      branch: { current: null, base: '' },
    };
  }

  private approvalsOf(liveId: string, tip: string): Awaited<ReturnType<Engine['approvals']['find']>> {
    const seen = this.history.commits.findIndex(({ id }) => id === tip);
    const known = this.approved.filter((one) => one.liveId === liveId && one.commit <= seen);
    const newest = known.at(-1)?.digest;
    const at = '2027-03-01T07:00:00Z';
    const candidates = known.map(({ digest }) => ({
      who: 'ines@acme.example', email: 'ines@acme.example', trust: 'signed' as const, at, merge: tip, digest,
      ...(digest !== newest && newest !== undefined && { supersededBy: newest }),
    })); // prettier-ignore
    return { candidates, authors: ['dana@acme.example'] };
  }

  private witness(): Witness {
    return {
      known: async (prefix) => [...this.memory.keys()].filter((ref) => ref.startsWith(prefix)),
      seen: async (ref) => this.memory.get(ref) ?? null,
      remember: async (ref, at) => {
        const known = this.memory.get(ref);
        if (known === undefined || known.sequence < at.sequence) this.memory.set(ref, at);
      },
    };
  }
}

/** Id of an execution of the simulation in its only world. */
export function idOf(id: string, generation = 1): string {
  return executionIdOf('live', { repository: repositoryId, id, generation });
}
