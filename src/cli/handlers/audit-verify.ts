import { listApprovalMerges } from '../../adapters/forge-local/index.ts';
import { openJournalStore } from '../../adapters/git/journal-store.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { readJournalKey } from '../../adapters/keys/journal-keys.ts';
import { verifyEd25519 } from '../../adapters/keys/ed25519.ts';
import { witnessFile } from '../../adapters/keys/witness-file.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { trailerValues } from '../../core/trailers.ts';
import type { Broken } from '../../history/audit-types.ts';
import { verifyJournal } from '../../history/verify-journal.ts';
import { refNames } from '../../journal/names.ts';
import { loadPolicy } from '../../load/index.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly offline?: boolean;
  readonly publicKey?: string;
}

/** Verdict of one or both worlds. */
interface Verdict {
  entries: number;
  broken: Broken[];
  unverified: Finding[];
}

/** Verifies the journals of the live world and of the sandbox. What cannot be checked is never called intact. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, options.format, repository.error, { verdict: 'cannot-verify' });
  try {
    const verdict: Verdict = { entries: 0, broken: [], unverified: [] };
    const worlds = { live: 0, sandbox: 0 };
    for (const world of ['live', 'sandbox'] as const)
      worlds[world] = await verifyWorld(repository.value, world, options, io, verdict);
    if (worlds.live + worlds.sandbox === 0 && verdict.unverified.length === 0)
      verdict.unverified.push(finding('journal/nothing-there', {}));
    return print(verdict, options, io);
  } finally {
    await repository.value.close();
  }
}

async function verifyWorld(
  repository: Repository,
  world: 'live' | 'sandbox',
  options: Options,
  io: Io,
  verdict: Verdict,
): Promise<number> {
  const { directory } = repository;
  const names = refNames(world === 'live' ? 'live' : 'sandbox:');
  const hasOrigin = await repository.hasOrigin();
  let found = 0;
  for (const remote of hasOrigin ? (['origin', '.'] as const) : (['.'] as const)) {
    const branch = hasOrigin ? (await repository.defaultBranch()).name : null;
    const store = await openJournalStore({ directory, remote, prefix: names.prefix, branch });
    const fetched = options.offline === true ? { ok: true as const } : await store.refresh();
    if (!fetched.ok) verdict.unverified.push(finding('journal/store-unreachable', { why: fetched.why }));
    const tips = await store.tips(names.prefix);
    if (tips.size > 0 && fetched.ok) await verifyStore(repository, world, store, options, io, verdict);
    await store.close();
    found += tips.size;
    if (tips.size > 0) break;
  }
  return found;
}

async function verifyStore(
  repository: Repository,
  world: 'live' | 'sandbox',
  store: Parameters<typeof verifyJournal>[0]['store'],
  options: Options,
  io: Io,
  verdict: Verdict,
): Promise<void> {
  const tip = (await repository.defaultBranch()).commit;
  const policy = tip === null ? null : await loadPolicy(repository.at(tip));
  const repositoryId = policy?.ok === true ? policy.value.policy.repository : null;
  const key =
    repositoryId === null
      ? null
      : (options.publicKey ?? (await readJournalKey(repositoryId, world, io.env))?.publicKey ?? null);
  if (repositoryId === null || key === null || tip === null) {
    verdict.unverified.push(finding('journal/no-public-key', { world }));
    return;
  }
  const report = await verifyJournal({
    store,
    names: refNames(world === 'live' ? 'live' : 'sandbox:'),
    world: world === 'live' ? 'live' : 'sandbox:',
    repositoryId,
    publicKey: key,
    verify: verifyEd25519,
    witness: options.publicKey === undefined ? witnessFile(repositoryId, world, io.env, store.address) : null,
    logHeads: world === 'live' ? await logHeads(repository, tip) : new Map(),
  });
  verdict.entries += report.entries;
  verdict.broken.push(...report.broken);
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

function print({ entries, broken, unverified }: Verdict, options: Options, io: Io): number {
  const verdict = broken.length > 0 ? 'broken' : unverified.length > 0 ? 'cannot-verify' : 'intact';
  const [firstBroken] = broken;
  if (options.format === 'json') {
    const findings = unverified.length > 0 ? { findings: unverified } : {};
    printJson(io, { version: 1, verdict, entries, ...(firstBroken && { firstBroken, broken }), ...findings });
    return verdict === 'intact' ? 0 : 1;
  }
  io.stdout(
    `${verdict === 'intact' ? 'Intact' : verdict === 'broken' ? 'BROKEN' : 'Cannot be verified'}: ${entries} entries checked.\n`,
  );
  for (const { ref, commit, message, code } of broken)
    io.stdout(`  ${message}\n  at ${ref}\n  commit ${commit} (${code})\n`);
  for (const { message, hint, code } of unverified) io.stdout(`  ${message}\n  -> ${hint} (${code})\n`);
  return verdict === 'intact' ? 0 : 1;
}
