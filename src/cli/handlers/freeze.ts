import { appendControl } from '../../execute/set-freeze.ts';
import { finding } from '../../core/finding.ts';
import type { Body } from '../../journal/entry.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';
import { readUser } from '../../adapters/everyday-git/index.ts';

/** Freezes, unfreezes, or begins the journal; says so only after the store has acknowledged it. */
export async function handle(options: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, sandbox, kind, scope, reason, genesis, format } = options as {
    repo?: string;
    sandbox?: string;
    kind: 'FREEZE' | 'UNFREEZE';
    scope: string;
    reason: string;
    genesis?: boolean;
    format?: string;
  };
  if (!/^(all|(brand|platform|campaign):[a-z0-9-]+)$/.test(scope))
    return printFailure(io, format, [finding('execution/unknown-scope', { scope })]);
  const opened = await openEngine({ ...(repo && { repo }), ...(sandbox && { sandbox }) }, io);
  if (!opened.ok) return printFailure(io, format, opened.error);
  const { engine, close } = opened.value;
  try {
    const { email } = await readUser(engine.repository.directory);
    const by = email === '' ? 'unknown' : email;
    const base = (await engine.repository.defaultBranch()).commit ?? '';
    const body: Body =
      genesis === true ? { kind: 'GENESIS', publicKey: engine.signer.publicKey, base } : { kind, scope, reason, by };
    const done = await appendControl(engine, body);
    if (!done.ok) return printFailure(io, format, done.error);
    if (format === 'json') printJson(io, { version: 1, world: engine.world, ...body });
    else
      io.stdout(
        `${genesis === true ? 'The journal begins here.' : `${kind === 'FREEZE' ? 'Frozen' : 'Unfrozen'}: ${scope}.`}\n`,
      );
    return 0;
  } finally {
    await close();
  }
}
