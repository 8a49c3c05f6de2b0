import { appendControl } from '../../execute/set-freeze.ts';
import type { Engine } from '../../execute/engine.ts';
import { finding } from '../../core/finding.ts';
import { nearestWord } from '../../core/nearest-word.ts';
import type { Body } from '../../journal/entry.ts';
import { withEngine, type EngineCommandOptions } from '../engine/with-engine.ts';
import type { Io } from '../io.ts';
import { keyWords } from '../key-words.ts';
import { knownScopes } from '../known-scopes.ts';
import { printFailure, printJson } from '../print.ts';
import { readUser } from '../../adapters/everyday-git/index.ts';

interface Options extends EngineCommandOptions {
  readonly kind: 'FREEZE' | 'UNFREEZE';
  readonly scope: string;
  readonly reason: string;
  readonly genesis?: boolean;
}

/** Freezes, unfreezes, or begins the journal; says so only after the store has acknowledged it. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as unknown as Options;
  const { scope, format, genesis } = options;
  if (!/^(all|(brand|platform|campaign):[a-z0-9-]+)$/.test(scope))
    return printFailure(io, format, [finding('execution/unknown-scope', { scope })]);
  return withEngine(options, io, async ({ engine }) => {
    const known = options.kind === 'FREEZE' ? await knownScopes(engine) : [scope];
    if (!known.includes(scope))
      return printFailure(io, format, [
        finding('execution/unknown-scope', { scope, nearest: nearestWord(scope, known) }),
      ]);
    const body = await bodyOf(engine, options);
    const done = await appendControl(engine, body);
    if (!done.ok) return printFailure(io, format, done.error);
    const { publicKey } = engine.signer;
    const shown = genesis === true ? { ...done.value, publicKey } : done.value;
    if (format === 'json') printJson(io, { version: 1, world: engine.world, ...shown });
    else io.stdout(`${words(done.value, publicKey)}\n`);
    return 0;
  });
}

async function bodyOf(engine: Engine, { kind, scope, reason, genesis }: Options): Promise<Body> {
  if (genesis === true) {
    const base = (await engine.repository.defaultBranch()).commit ?? '';
    return { kind: 'GENESIS', publicKey: engine.signer.publicKey, base };
  }
  const { email } = await readUser(engine.repository.directory);
  return { kind, scope, reason, by: email === '' ? 'unknown' : email };
}

function words(body: Body, publicKey: string): string {
  switch (body.kind) {
    case 'FREEZE':
      return `Frozen: ${body.scope}. Nothing of it starts until \`mergecast unfreeze\`.`;
    case 'UNFREEZE':
      return `Unfrozen: ${body.scope}.`;
    case 'BASE': {
      const what = `The default branch as it is now (${body.commit.slice(0, 12)}) is trusted from here on:`;
      return `${what}\nits policy, profiles, connections, and who may sign.\n${keyWords(publicKey)}`;
    }
    default:
      return `The journal begins here.\n${keyWords(publicKey)}`;
  }
}
