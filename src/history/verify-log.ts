import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import { finding } from '../core/finding.ts';
import type { Log } from '../generated/types/log.ts';
import { verifyChain, type VerifiedEntry } from '../journal/verify-chain.ts';
import { brokenAt, type AuditInput, type Broken } from './audit-types.ts';

/** Every log commit adds exactly the file it says, with the bytes it says; the newest descends from what approvals saw. */
export async function verifyLog(
  input: AuditInput,
  log: readonly VerifiedEntry[],
  tip: string | undefined,
): Promise<Broken[]> {
  const sealed = await verifySeals(input, log);
  const present = tip === undefined ? [] : await verifyFiles(input, log, tip);
  return [...sealed, ...present, ...findCuts(input, log)];
}

async function verifySeals(input: AuditInput, log: readonly VerifiedEntry[]): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const { entry, commit } of log) {
    if (entry.body.kind !== 'SEAL') continue;
    const { path, sha256 } = entry.body;
    const text = await input.store.readFile(commit, path);
    const isIntact = text !== null && sha256Hex(text) === sha256 && innerEntriesHold(input, text);
    if (!isIntact) broken.push(brokenAt(input.names.log, commit, finding('journal/log-changed', { path, commit })));
  }
  return broken;
}

async function verifyFiles(input: AuditInput, log: readonly VerifiedEntry[], tip: string): Promise<Broken[]> {
  const expected = new Map(log.flatMap(({ entry: { body } }) => (body.kind === 'SEAL' ? [[body.path, body.sha256] as const] : []))); // prettier-ignore
  const broken: Broken[] = [];
  for (const path of (await input.store.files(tip, 'logs')).keys()) {
    const text = await input.store.readFile(tip, path);
    if (text !== null && sha256Hex(text) === expected.get(path)) continue;
    broken.push(brokenAt(input.names.log, tip, finding('journal/log-changed', { path, commit: tip })));
  }
  return broken;
}

function findCuts(input: AuditInput, log: readonly VerifiedEntry[]): Broken[] {
  const commits = new Set(log.map(({ commit }) => commit));
  return [...input.logHeads].flatMap(([merge, head]) =>
    commits.has(head) ? [] : [brokenAt(input.names.log, head, finding('journal/log-cut', { merge, commit: head }))],
  );
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
