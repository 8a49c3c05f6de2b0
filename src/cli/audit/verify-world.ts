import { listApprovalMerges } from '../../adapters/forge-local/index.ts';
import { openJournalStore } from '../../adapters/git/journal-store.ts';
import { verifyEd25519 } from '../../adapters/keys/ed25519.ts';
import { witnessFile } from '../../adapters/keys/witness-file.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { JournalStore } from '../../core/journal-port.ts';
import type { Repository } from '../../core/ports.ts';
import { trailerValues } from '../../core/trailers.ts';
import type { Broken } from '../../history/audit-types.ts';
import { verifyJournal } from '../../history/verify-journal.ts';
import { refNames } from '../../journal/names.ts';
import { loadPolicy } from '../../load/index.ts';
import { trustedKey } from './trusted-key.ts';

export interface AuditOptions {
  /** Use what is here, without fetching. */
  readonly offline: boolean;
  /** Public key that whoever asks brings along; of the live journal, unless the sandbox's was begun with it. */
  readonly publicKey?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What is known of one world. */
export interface WorldVerdict {
  /** Journals that were found. */
  readonly journals: number;
  readonly entries: number;
  readonly broken: readonly Broken[];
  /** What could not be checked, and why. */
  readonly unverified: readonly Finding[];
  /** The key by which it was verified. */
  readonly publicKey?: string;
}

/** Verifies the journals of the live world or of the sandbox, where they are kept: at origin, else here. */
export async function verifyWorld(
  repository: Repository,
  world: 'live' | 'sandbox',
  options: AuditOptions,
): Promise<WorldVerdict> {
  const { directory } = repository;
  const { prefix } = refNames(world === 'live' ? 'live' : 'sandbox:');
  const hasOrigin = await repository.hasOrigin();
  const branch = hasOrigin ? (await repository.defaultBranch()).name : null;
  const unverified: Finding[] = [];
  for (const remote of hasOrigin ? (['origin', '.'] as const) : (['.'] as const)) {
    const store = await openJournalStore({ directory, remote, prefix, branch });
    try {
      const fetched = options.offline ? { ok: true as const } : await store.refresh();
      if (!fetched.ok) unverified.push(finding('journal/store-unreachable', { why: fetched.why }));
      const journals = (await store.tips(prefix)).size;
      if (journals === 0 && !(await wasSeen(repository, world, store, options))) continue;
      if (!fetched.ok) return { journals, entries: 0, broken: [], unverified };
      const verdict = await verifyStore(repository, world, store, options);
      return { ...verdict, journals, unverified: [...unverified, ...verdict.unverified] };
    } finally {
      await store.close();
    }
  }
  return { journals: 0, entries: 0, broken: [], unverified };
}

/** Whether this machine remembers a journal there: of one that is gone altogether nothing else tells. */
async function wasSeen(
  repository: Repository,
  world: 'live' | 'sandbox',
  store: JournalStore,
  options: AuditOptions,
): Promise<boolean> {
  const tip = (await repository.defaultBranch()).commit;
  const repositoryId = tip === null ? null : await repositoryIdAt(repository, tip);
  if (repositoryId === null || options.publicKey !== undefined) return false;
  const { prefix } = refNames(world === 'live' ? 'live' : 'sandbox:');
  return (await witnessFile(repositoryId, world, options.env, store.address).known(prefix)).length > 0;
}

async function verifyStore(
  repository: Repository,
  world: 'live' | 'sandbox',
  store: JournalStore,
  options: AuditOptions,
): Promise<Omit<WorldVerdict, 'journals'>> {
  const tip = (await repository.defaultBranch()).commit;
  const repositoryId = tip === null ? null : await repositoryIdAt(repository, tip);
  const trusted = repositoryId === null ? null : await trustedKey({ store, repositoryId }, world, options.publicKey, options.env); // prettier-ignore
  if (tip === null || repositoryId === null || trusted === null)
    return { entries: 0, broken: [], unverified: [finding('journal/no-public-key', { world })] };
  const { publicKey, isGiven } = trusted;
  // The machine that holds the key also remembers what it has seen; others cannot know what was dropped.
  const witness = isGiven ? null : witnessFile(repositoryId, world, options.env, store.address);
  const report = await verifyJournal({
    store,
    names: refNames(world === 'live' ? 'live' : 'sandbox:'),
    world: world === 'live' ? 'live' : 'sandbox:',
    repositoryId,
    publicKey,
    verify: verifyEd25519,
    witness,
    logHeads: world === 'live' ? await logHeads(repository, tip) : new Map(),
  });
  return { entries: report.entries, broken: report.broken, unverified: [], publicKey };
}

async function repositoryIdAt(repository: Repository, tip: string): Promise<string | null> {
  const policy = await loadPolicy(repository.at(tip));
  return policy.ok ? policy.value.policy.repository : null;
}

/** What approvals have seen of the log: an anchor outside of it. */
async function logHeads(repository: Repository, tip: string): Promise<Map<string, string>> {
  const merges = await listApprovalMerges(repository, tip);
  return new Map(
    merges.flatMap(({ commit, trailers }) =>
      trailerValues(trailers, 'Mergecast-Log-Head').filter((head) => head !== 'none').map((head): [string, string] => [commit.id, head]),
    ),
  ); // prettier-ignore
}
