import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import { reduceControl, type ControlState } from '../journal/control.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';

/** The kill switch, read afresh from the store. Unreachable, absent or unsigned counts as closed. */
export async function readControl(engine: Engine): Promise<Result<ControlState>> {
  const fetched = await engine.store.refresh();
  if (!fetched.ok) return failure([finding('journal/store-unreachable', { why: fetched.why })]);
  const tip = (await engine.store.tips(engine.names.control)).get(engine.names.control) ?? null;
  const chain = await openChain(engine, engine.names.control, '', tip);
  if (!chain.ok) return chain;
  const state = reduceControl(chain.value.entries);
  if (state === null) return failure([finding('journal/no-genesis', {})]);
  if (state.publicKey !== engine.signer.publicKey)
    return failure([finding('journal/other-key', { ref: chain.value.ref })]);
  return success(state);
}
