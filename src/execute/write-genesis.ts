import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Engine } from './engine.ts';
import { readControl } from './read-control.ts';
import { appendControl } from './set-freeze.ts';

/**
 * Begins the journal of a world: its first entry names the public key, and the commit whose policy and keys are trusted.
 * A journal that exists is left as it is; one that somebody else's key began is an error.
 */
export async function writeGenesis(engine: Engine): Promise<Result<'begun' | 'known'>> {
  const fetched = await engine.store.refresh();
  if (!fetched.ok) return failure([finding('journal/store-unreachable', { why: fetched.why })]);
  if ((await engine.store.tips(engine.names.control)).has(engine.names.control)) {
    const control = await readControl(engine);
    return control.ok ? success('known') : control;
  }
  const { commit, name } = await engine.repository.defaultBranch();
  if (commit === null) return failure([finding('git/unknown-reference', { reference: name })]);
  const written = await appendControl(engine, {
    kind: 'GENESIS',
    publicKey: engine.signer.publicKey,
    base: commit,
  });
  return written.ok ? success('begun') : written;
}
