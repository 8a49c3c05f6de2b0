import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import { finding, type Finding } from '../core/finding.ts';
import type { JournalStore, StoredEntry, VerifySignature, Witness } from '../core/journal-port.ts';
import type { Log } from '../generated/types/log.ts';
import type { RefNames } from '../journal/names.ts';
import { verifyChain, type VerifiedEntry } from '../journal/verify-chain.ts';

/** What an audit needs; the key comes from outside the repository, which is not its own root of trust. */
export interface AuditInput {
  readonly store: JournalStore;
  readonly names: RefNames;
  /** `live`, or `sandbox:` for all sandboxes. */
  readonly world: string;
  readonly repositoryId: string;
  readonly publicKey: string;
  readonly verify: VerifySignature;
  readonly witness: Witness | null;
  /** Log heads that approvals have seen: merge commit -> log commit. */
  readonly logHeads: ReadonlyMap<string, string>;
}

/** Where the first broken link is. */
export interface Broken {
  readonly ref: string;
  readonly commit: string;
  readonly code: string;
  readonly message: string;
}

export interface AuditReport {
  readonly entries: number;
  readonly broken: readonly Broken[];
}

/** Follows every chain of one world link by link: signatures, order, binding, sealed bytes, completeness. */
export async function verifyJournal(input: AuditInput): Promise<AuditReport> {
  const tips = await input.store.tips(input.names.prefix);
  const broken: Broken[] = [];
  const chains = new Map<string, readonly VerifiedEntry[]>();
  let entries = 0;
  for (const [ref, tip] of [...tips].toSorted(([a], [b]) => order(input, a) - order(input, b) || a.localeCompare(b))) {
    const stored = (await input.store.chain(tip)) ?? [];
    const problem = await chainProblem(input, ref, tip, stored, chains);
    entries += chains.get(ref)?.length ?? 0;
    if (problem !== null) broken.push(name(ref, problem.commit, problem.finding));
  }
  broken.push(...(await rolledBack(input, tips)));
  broken.push(...(await logProblems(input, chains.get(input.names.log) ?? [], tips)));
  broken.push(...sealProblems(input, chains));
  return { entries, broken };
}

/** Control, log, ledgers, then executions: the first one named explains the others. */
function order({ names }: AuditInput, ref: string): number {
  return [names.control, names.log].indexOf(ref) >= 0 ? 0 : ref.startsWith(names.ledgers) ? 1 : 2;
}

async function chainProblem(
  input: AuditInput,
  ref: string,
  tip: string,
  stored: readonly StoredEntry[],
  chains: Map<string, readonly VerifiedEntry[]>,
): Promise<{ commit: string; finding: Finding } | null> {
  const execution = ref.startsWith(input.names.executions) ? ref.slice(ref.lastIndexOf('/') + 1) : '';
  const { repositoryId: repository, publicKey, verify } = input;
  // An execution's world is part of its id; which sandbox it was stands in the entries.
  const result = verifyChain(stored, { repository, world: input.world, ref, execution, publicKey, verify });
  if (result.ok) {
    chains.set(ref, result.value);
    const genesis = result.value[0]?.entry.body;
    const isOther = genesis?.kind === 'GENESIS' && genesis.publicKey !== publicKey;
    return isOther ? { commit: stored[0]?.commit ?? tip, finding: finding('journal/other-key', { ref }) } : null;
  }
  const commit = /commit ([0-9a-f]{40})/.exec(result.error[0]?.message ?? '')?.[1] ?? tip;
  const foreign = signedByAnother(stored, input);
  return { commit, finding: foreign ? finding('journal/other-key', { ref }) : (result.error[0] as Finding) };
}

/** Whether the first entry names a key of its own and is signed with it: a whole chain, signed again. */
function signedByAnother(stored: readonly StoredEntry[], input: AuditInput): boolean {
  try {
    const first = JSON.parse(stored[0]?.text ?? '') as { body?: { kind?: string; publicKey?: string } };
    return first.body?.kind === 'GENESIS' && first.body.publicKey !== undefined && first.body.publicKey !== input.publicKey;
  } catch {
    return false;
  }
}

async function rolledBack(input: AuditInput, tips: ReadonlyMap<string, string>): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const ref of (await input.witness?.known(input.names.prefix)) ?? []) {
    const seen = await input.witness?.seen(ref);
    if (seen === undefined || seen === null) continue;
    const tip = tips.get(ref);
    const isThere = tip !== undefined && (tip === seen.commit || (await input.store.chain(tip, seen.commit)) !== null);
    if (!isThere) broken.push(name(ref, seen.commit, finding('journal/rolled-back', { ref, commit: seen.commit })));
  }
  return broken;
}

/** Every log commit adds exactly the file it says, with the bytes it says, behind the head it says. */
async function logProblems(input: AuditInput, log: readonly VerifiedEntry[], tips: ReadonlyMap<string, string>): Promise<Broken[]> {
  const { store, names } = input;
  const tip = tips.get(names.log);
  const broken: Broken[] = [];
  const expected = new Map<string, string>();
  for (const { entry, commit } of log) {
    if (entry.body.kind !== 'SEAL') continue;
    const { path, sha256 } = entry.body;
    expected.set(path, sha256);
    const text = await store.readFile(commit, path);
    const isIntact = text !== null && sha256Hex(text) === sha256 && innerEntriesHold(input, text);
    if (!isIntact) broken.push(name(names.log, commit, finding('journal/log-changed', { path, commit })));
  }
  for (const path of tip === undefined ? [] : (await store.files(tip, 'logs')).keys()) {
    const text = await store.readFile(tip ?? '', path);
    if (text !== null && sha256Hex(text) === expected.get(path)) continue;
    broken.push(name(names.log, tip ?? '', finding('journal/log-changed', { path, commit: tip ?? '' })));
  }
  const commits = new Set(log.map(({ commit }) => commit));
  for (const [merge, head] of input.logHeads)
    if (!commits.has(head)) broken.push(name(names.log, head, finding('journal/log-cut', { merge, commit: head })));
  return broken;
}

/** A sealed log carries its whole journal, which must verify by itself. */
function innerEntriesHold(input: AuditInput, text: string): boolean {
  const log = JSON.parse(text) as Log;
  const stored = log.entries.map((entry) => ({ commit: '', text: canonicalJson(entry) }));
  const binding = {
    repository: input.repositoryId,
    world: input.world,
    ref: input.names.execution(log.executionId),
    execution: log.executionId,
    publicKey: input.publicKey,
    verify: input.verify,
  };
  return verifyChain(stored, binding).ok;
}

/** What was sealed must be in the log; what is in the log must have been sealed. */
function sealProblems(input: AuditInput, chains: ReadonlyMap<string, readonly VerifiedEntry[]>): Broken[] {
  const { names } = input;
  const logged = new Set((chains.get(names.log) ?? []).flatMap(({ entry: { body } }) => (body.kind === 'SEAL' ? [body.execution] : []))); // prettier-ignore
  return [...chains].flatMap(([ref, entries]) =>
    entries.flatMap(({ entry, commit }) => {
      if (entry.body.kind !== 'SEALED' || logged.has(entry.execution)) return [];
      return [name(names.log, commit, finding('journal/log-missing', { path: entry.body.path, ref }))];
    }),
  );
}

function name(ref: string, commit: string, problem: Finding): Broken {
  return { ref, commit, code: problem.code, message: problem.message };
}
