import { finding, type Finding } from '../core/finding.ts';
import type { StoredEntry } from '../core/journal-port.ts';
import { brokenAt, type AuditInput, type Broken } from './audit-types.ts';
import { verifyChain, type VerifiedEntry } from '../journal/verify-chain.ts';
import { verifyLog } from './verify-log.ts';

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
    if (problem !== null) broken.push(brokenAt(ref, problem.commit, problem.finding));
  }
  broken.push(...(await rolledBack(input, tips)));
  broken.push(...(await verifyLog(input, chains.get(input.names.log) ?? [], tips.get(input.names.log))));
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
  // A chain that was signed again from the beginning names its new key in the first entry.
  if (signedByAnother(stored, input))
    return { commit: stored[0]?.commit ?? tip, finding: finding('journal/other-key', { ref }) };
  if (!result.ok) return { commit: commitOf(result.error) ?? tip, finding: firstOf(result.error) };
  chains.set(ref, result.value);
  return null;
}

function firstOf(findings: readonly Finding[]): Finding {
  const [first] = findings;
  if (first === undefined) throw new Error('a chain failed without a reason');
  return first;
}

function commitOf(findings: readonly Finding[]): string | undefined {
  return /commit ([0-9a-f]{40})/.exec(firstOf(findings).message)?.[1];
}

/** Whether the first entry names a key of its own and is signed with it: a whole chain, signed again. */
function signedByAnother(stored: readonly StoredEntry[], input: AuditInput): boolean {
  try {
    const first = JSON.parse(stored[0]?.text ?? '') as { body?: { kind?: string; publicKey?: string } };
    return (
      first.body?.kind === 'GENESIS' && first.body.publicKey !== undefined && first.body.publicKey !== input.publicKey
    );
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
    if (!isThere) broken.push(brokenAt(ref, seen.commit, finding('journal/rolled-back', { ref, commit: seen.commit })));
  }
  return broken;
}

/** What was sealed must be in the log; what is in the log must have been sealed. */
function sealProblems(input: AuditInput, chains: ReadonlyMap<string, readonly VerifiedEntry[]>): Broken[] {
  const { names } = input;
  const logged = new Set((chains.get(names.log) ?? []).flatMap(({ entry: { body } }) => (body.kind === 'SEAL' ? [body.execution] : []))); // prettier-ignore
  return [...chains].flatMap(([ref, entries]) =>
    entries.flatMap(({ entry, commit }) => {
      if (entry.body.kind !== 'SEALED' || logged.has(entry.execution)) return [];
      return [brokenAt(names.log, commit, finding('journal/log-missing', { path: entry.body.path, ref }))];
    }),
  );
}
