import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Body } from '../journal/entry.ts';
import { reduceControl } from '../journal/control.ts';
import { append, pushChains } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { pushFinding } from './snapshot.ts';

/** Appends to the control ref; success only after the store has acknowledged it. Other writers are waited out. */
export async function appendControl(engine: Engine, body: Body): Promise<Result<null>> {
  const ref = engine.names.control;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const fetched = await engine.store.refresh();
    if (!fetched.ok) return failure([finding('journal/store-unreachable', { why: fetched.why })]);
    const chain = await openChain(engine, ref, '', (await engine.store.tips(ref)).get(ref) ?? null);
    if (!chain.ok) return chain;
    const isBeginning = body.kind === 'GENESIS';
    if (!isBeginning && chain.value.tip === null) return failure([finding('journal/no-genesis', {})]);
    const state = reduceControl(chain.value.entries);
    if (state !== null && state.publicKey !== engine.signer.publicKey) return failure([finding('journal/other-key', { ref })]);
    // A second genesis would be another root of trust; a new trusted base is an entry like any other.
    const written: Body = body.kind === 'GENESIS' && state !== null ? { kind: 'BASE', commit: body.base, why: 'unfreeze --genesis' } : body;
    await append(engine, chain.value, [written]);
    const pushed = await pushChains(engine, [chain.value]);
    if (pushed.is === 'ok') return success(null);
    if (pushed.is !== 'lost') return failure([await pushFinding(engine, pushed)]);
  }
  return failure([finding('journal/store-unreachable', { why: 'other runners kept writing' })]);
}
