import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Body } from '../journal/entry.ts';
import { reduceControl } from '../journal/control.ts';
import { append, pushChains, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { pushFinding } from './push-finding.ts';

/**
 * Appends to the control ref; success only after the store has acknowledged it. Other writers are waited out. Gives what
 * was written: in a journal that has begun, a genesis becomes a new base.
 */
export async function appendControl(engine: Engine, body: Body): Promise<Result<Body>> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const chain = await openControl(engine);
    if (!chain.ok) return chain;
    const written = bodyFor(engine, chain.value, body);
    if (!written.ok) return written;
    await append(engine, chain.value, [...(await beginningFor(engine, chain.value, written.value)), written.value]);
    const pushed = await pushChains(engine, [chain.value]);
    if (pushed.is === 'ok') return success(written.value);
    if (pushed.is !== 'lost') return failure([await pushFinding(engine, pushed)]);
  }
  return failure([finding('journal/store-unreachable', { why: 'other runners kept writing' })]);
}

async function openControl(engine: Engine): Promise<Result<Chain>> {
  const ref = engine.names.control;
  const fetched = await engine.store.refresh();
  if (!fetched.ok) return failure([finding('journal/store-unreachable', { why: fetched.why })]);
  const tips = await engine.store.tips(engine.names.prefix);
  // A beginning is never written anew where a journal stands already.
  if (!tips.has(ref) && tips.size > 0) return failure([finding('journal/ref-lost', { what: `its beginning, ${ref}` })]);
  return openChain(engine, ref, '', tips.get(ref) ?? null);
}

/** A sandbox writes its own beginning: the kill switch must not have to wait for a first run. */
async function beginningFor(engine: Engine, { tip }: Chain, body: Body): Promise<Body[]> {
  if (tip !== null || body.kind === 'GENESIS') return [];
  const base = (await engine.repository.defaultBranch()).commit ?? '';
  return [{ kind: 'GENESIS', publicKey: engine.signer.publicKey, base }];
}

/** A second genesis would be another root of trust; a new trusted base is an entry like any other. */
function bodyFor(engine: Engine, { ref, tip, entries }: Chain, body: Body): Result<Body> {
  if (tip === null && (body.kind === 'GENESIS' || engine.world !== 'live')) return success(body);
  if (tip === null) return failure([finding('journal/no-genesis', {})]);
  if (reduceControl(entries)?.publicKey !== engine.signer.publicKey)
    return failure([finding('journal/other-key', { ref })]);
  return success(body.kind === 'GENESIS' ? { kind: 'BASE', commit: body.base, why: 'unfreeze --genesis' } : body);
}
