import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import type { Log } from '../generated/types/log.ts';
import { logPath } from '../journal/names.ts';
import { append, appendWithFiles, pushChains } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { pushFinding } from './push-finding.ts';
import { go, stateOf, type Progress, type Session, stopWith } from './session.ts';

/** How often a seal is tried while other runners extend the log. */
const attempts = 8;

/** Copies the whole journal into the log branch, in one push with the note that it is there. */
export async function sealExecution(engine: Engine, session: Session): Promise<Progress> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = { ...session.chain };
    const sealed = await sealOnce(engine, session);
    if (sealed.is !== 'lost') return sealed;
    Object.assign(session.chain, before);
    const fetched = await engine.store.refresh();
    if (!fetched.ok) return { is: 'stop', why: fetched.why };
    const now = (await engine.store.tips(session.chain.ref)).get(session.chain.ref);
    if (now !== session.chain.pushed) return { is: 'lost' };
  }
  return { is: 'stop', retry: true, until: engine.clock.now(), why: 'other runners were writing the log' };
}

async function sealOnce(engine: Engine, session: Session): Promise<Progress> {
  const ref = engine.names.log;
  const log = await openChain(engine, ref, '', (await engine.store.tips(ref)).get(ref) ?? null);
  if (!log.ok) return stopWith(log.error);
  // A journal that came back after its sealing must not take the place of the true log.
  if (log.value.entries.some(({ body }) => body.kind === 'SEAL' && body.execution === session.executionId))
    return { is: 'stop', why: 'it already ran: the log holds it' };
  const sealed = logOf(session);
  const text = canonicalJson(sealed);
  const { brand, id, generation } = stateOf(session).authorised.effects;
  const path = logPath(brand, id, generation);
  const previousHead = log.value.tip;
  const seal = {
    kind: 'SEAL' as const,
    execution: session.executionId,
    path,
    sha256: sha256Hex(text),
    state: sealed.state,
  };
  await appendWithFiles(engine, log.value, { ...seal, ...(previousHead && { previousHead }) }, 0, [{ path, text }]);
  await append(engine, session.chain, [{ kind: 'SEALED', log: log.value.tip ?? '', path }], session.epoch ?? 0);
  const pushed = await pushChains(engine, [session.chain, log.value]);
  if (pushed.is === 'ok') return go;
  if (pushed.is === 'lost') return { is: 'lost' };
  return stopWith([await pushFinding(engine, pushed)]);
}

function logOf(session: Session): Log {
  const { authorised, ended } = stateOf(session);
  const { id, generation, brand } = authorised.effects;
  return {
    version: 1,
    executionId: session.executionId,
    id,
    generation,
    brand,
    path: authorised.path,
    folder: authorised.folder,
    digest: authorised.digest,
    state: ended?.state ?? 'SUCCEEDED',
    entries: [...session.chain.entries],
  };
}
