import { openRepository } from '../../adapters/git/open-repository.ts';
import { finding } from '../../core/finding.ts';
import { verifyWorld, type WorldVerdict } from '../audit/verify-world.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly offline?: boolean;
  readonly publicKey?: string;
}

type Verdict = Omit<WorldVerdict, 'journals' | 'publicKey'> & {
  readonly verdict: 'intact' | 'broken' | 'cannot-verify';
};

/** Verifies the journals of the live world and of the sandbox. What cannot be checked is never called intact. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, format, offline, publicKey } = raw as Options;
  const repository = await openRepository(repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, format, repository.error, { verdict: 'cannot-verify' });
  try {
    const options = { offline: offline === true, publicKey, env: io.env };
    const sandbox = await verifyWorld(repository.value, 'sandbox', options);
    // The sandbox's key is not the live one: there it proves nothing, neither that it is whole nor that it is broken.
    const rest = sandbox.publicKey === publicKey ? { ...options, publicKey: undefined } : options;
    const live = await verifyWorld(repository.value, 'live', rest);
    const verdict = summarise([live, sandbox]);
    const publicKeys = keysOf({ live, sandbox });
    if (format === 'json') printVerdict(verdict, publicKeys, io);
    else io.stdout(words(verdict));
    return verdict.verdict === 'intact' ? 0 : 1;
  } finally {
    await repository.value.close();
  }
}

function summarise(worlds: readonly WorldVerdict[]): Verdict {
  const broken = worlds.flatMap((world) => world.broken);
  const unverified = worlds.flatMap((world) => world.unverified);
  const isEmpty = worlds.every(({ journals }) => journals === 0);
  if (isEmpty && unverified.length === 0) unverified.push(finding('journal/nothing-there', {}));
  const verdict = broken.length > 0 ? 'broken' : unverified.length > 0 ? 'cannot-verify' : 'intact';
  return { verdict, entries: worlds.reduce((sum, { entries }) => sum + entries, 0), broken, unverified };
}

/** By world: what an auditor elsewhere can be given. */
function keysOf(worlds: Readonly<Record<string, WorldVerdict>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(worlds).flatMap(([world, { publicKey }]) => (publicKey === undefined ? [] : [[world, publicKey]])),
  );
}

function printVerdict(
  { verdict, entries, broken, unverified }: Verdict,
  publicKeys: Readonly<Record<string, string>>,
  io: Io,
): void {
  const [firstBroken] = broken;
  const findings = unverified.length > 0 ? { findings: unverified } : {};
  printJson(io, { version: 1, verdict, entries, publicKeys, ...(firstBroken && { firstBroken, broken }), ...findings });
}

function words({ verdict, entries, broken, unverified }: Verdict): string {
  const titles = { intact: 'Intact', broken: 'BROKEN', 'cannot-verify': 'Cannot be verified' };
  return [
    `${titles[verdict]}: ${entries} entries checked.\n`,
    ...broken.map(({ ref, commit, message, code }) => `  ${message}\n  at ${ref}\n  commit ${commit} (${code})\n`),
    ...unverified.map(({ message, hint, code }) => `  ${message}\n  -> ${hint} (${code})\n`),
  ].join('');
}
