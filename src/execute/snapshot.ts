import { finding, type Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import { reduceControl, type ControlState } from '../journal/control.ts';
import { reservedBy } from '../journal/ledger.ts';
import type { JournalState } from '../journal/state.ts';
import type { Log } from '../generated/types/log.ts';
import { append, pushChains, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { pushFinding } from './push-finding.ts';

/** The shared state at one moment: every ref of this world, read in one fetch and verified. */
export interface Snapshot {
  readonly control: ControlState;
  readonly log: Chain;
  /** Journals by execution id. */
  readonly tips: ReadonlyMap<string, string>;
  /** Sealed logs by `<ulid>.<generation>`: path on the log branch. */
  readonly sealed: ReadonlyMap<string, string>;
  /** Execution ids that the log says are finished. */
  readonly logged: ReadonlySet<string>;
  readonly ledgers: ReadonlyMap<string, Chain>;
}

/** Reads and verifies; what is missing or foreign stops everything. */
export async function readSnapshot(engine: Engine): Promise<Result<Snapshot>> {
  const snapshot = await readOnce(engine);
  if (!snapshot.ok || findLost(engine, snapshot.value).length === 0) return snapshot;
  // Refs are not listed at one instant: another runner may have been claiming meanwhile. So look again before alarming.
  const again = await readOnce(engine);
  const lost = again.ok ? findLost(engine, again.value) : [];
  return lost.length > 0 ? failure(lost) : again;
}

async function readOnce(engine: Engine): Promise<Result<Snapshot>> {
  const fetched = await engine.store.refresh();
  if (!fetched.ok) return failure([finding('journal/store-unreachable', { why: fetched.why })]);
  const tips = await engine.store.tips(engine.names.prefix);
  const control = await openControl(engine, tips);
  if (!control.ok) return control;
  const log = await openChain(engine, engine.names.log, '', tips.get(engine.names.log) ?? null);
  if (!log.ok) return log;
  const ledgers = await openLedgers(engine, tips);
  if (!ledgers.ok) return ledgers;
  return success({
    control: control.value,
    log: log.value,
    tips: executionTips(engine, tips),
    sealed: await sealedLogs(engine, log.value),
    logged: loggedIn(log.value),
    ledgers: ledgers.value,
  });
}

function loggedIn(log: Chain): Set<string> {
  return new Set(log.entries.flatMap(({ body }) => (body.kind === 'SEAL' ? [body.execution] : [])));
}

/** The sandbox writes its own genesis; the live world needs the one that `init` wrote. */
async function openControl(engine: Engine, tips: ReadonlyMap<string, string>): Promise<Result<ControlState>> {
  const chain = await openChain(engine, engine.names.control, '', tips.get(engine.names.control) ?? null);
  if (!chain.ok) return chain;
  if (chain.value.tip === null && engine.world !== 'live') {
    // It is the first that is written: whatever stands there without it shows that it was deleted.
    if (tips.size > 0) return failure([finding('journal/ref-lost', { what: `its beginning, ${chain.value.ref}` })]);
    return beginSandbox(engine, chain.value);
  }
  return stateOfControl(engine, chain.value);
}

async function beginSandbox(engine: Engine, chain: Chain): Promise<Result<ControlState>> {
  const base = (await engine.repository.defaultBranch()).commit ?? '';
  await append(engine, chain, [{ kind: 'GENESIS', publicKey: engine.signer.publicKey, base }]);
  const pushed = await pushChains(engine, [chain]);
  if (pushed.is === 'lost') return reopenControl(engine);
  return pushed.is === 'ok' ? stateOfControl(engine, chain) : failure([await pushFinding(engine, pushed)]);
}

function stateOfControl(engine: Engine, chain: Chain): Result<ControlState> {
  const state = reduceControl(chain.entries);
  if (state === null) return failure([finding('journal/no-genesis', {})]);
  if (state.publicKey !== engine.signer.publicKey) return failure([finding('journal/other-key', { ref: chain.ref })]);
  return success(state);
}

/** Another runner was first. */
async function reopenControl(engine: Engine): Promise<Result<ControlState>> {
  await engine.store.refresh();
  const tip = (await engine.store.tips(engine.names.prefix)).get(engine.names.control) ?? null;
  const chain = await openChain(engine, engine.names.control, '', tip);
  if (!chain.ok) return chain;
  const state = reduceControl(chain.value.entries);
  return state === null ? failure([finding('journal/no-genesis', {})]) : success(state);
}

async function openLedgers(engine: Engine, tips: ReadonlyMap<string, string>): Promise<Result<Map<string, Chain>>> {
  const ledgers = new Map<string, Chain>();
  for (const [ref, tip] of tips) {
    if (!ref.startsWith(engine.names.ledgers)) continue;
    const chain = await openChain(engine, ref, '', tip);
    if (!chain.ok) return chain;
    ledgers.set(ref, chain.value);
  }
  return success(ledgers);
}

function executionTips(engine: Engine, tips: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [ref, tip] of tips)
    if (ref.startsWith(engine.names.executions)) found.set(ref.slice(ref.lastIndexOf('/') + 1), tip);
  return found;
}

async function sealedLogs(engine: Engine, log: Chain): Promise<Map<string, string>> {
  if (log.tip === null) return new Map();
  const paths = [...(await engine.store.files(log.tip, 'logs')).keys()];
  return new Map(paths.map((path) => [path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, ''), path]));
}

/** A ledger that knows a claim of which neither journal nor log exists: a ref was deleted. */
function findLost(engine: Engine, snapshot: Snapshot): Finding[] {
  const opened = snapshot.log.entries.flatMap(({ body, world }) =>
    body.kind === 'MONTH' && world === engine.world ? [body] : [],
  );
  const lostLedgers = opened.filter(({ brand, month }) => !snapshot.ledgers.has(engine.names.ledger(brand, month)));
  const claimed = [...snapshot.ledgers.values()].flatMap((ledger) => [...reservedBy(ledger.entries, engine.world)]);
  const lostJournals = claimed.filter((id) => !snapshot.tips.has(id) && !snapshot.logged.has(id));
  return [
    ...findUnopened(snapshot),
    ...lostLedgers.map(({ brand, month }) =>
      finding('journal/ref-lost', { what: `the ledger of ${brand} for ${month}` }),
    ),
    ...[...new Set(lostJournals)].map((id) => finding('journal/ref-lost', { what: `the journal of execution ${id}` })),
  ];
}

/** A ledger and the log say in one push that a month was opened: a log that does not was cut or deleted. */
function findUnopened({ log, ledgers }: Snapshot): Finding[] {
  const opened = new Set(
    log.entries.flatMap(({ body }) => (body.kind === 'MONTH' ? [`${body.brand} ${body.month}`] : [])),
  );
  return [...ledgers.values()]
    .flatMap(({ entries }) => entries.flatMap(({ body }) => (body.kind === 'OPEN' ? [body] : [])))
    .filter(({ brand, month }) => !opened.has(`${brand} ${month}`))
    .map(({ brand, month }) => finding('journal/ref-lost', { what: `the word of the log on ${brand} for ${month}` }));
}

/** A journal that was claimed must have its reservation in the ledgers, 0 where it spends nothing. */
export function findLostReservation(
  engine: Engine,
  snapshot: Snapshot,
  executionId: string,
  state: JournalState,
): Finding[] {
  const { brand } = state.authorised.effects;
  return state.reservations.flatMap(({ month }) => {
    const ledger = snapshot.ledgers.get(engine.names.ledger(brand, month));
    const isThere = ledger !== undefined && reservedBy(ledger.entries, engine.world).has(executionId);
    return isThere ? [] : [finding('journal/ref-lost', { what: `the reservation of ${executionId} in ${month}` })];
  });
}

/** The sealed log of an identity in this world, or null. */
async function readLog(engine: Engine, snapshot: Snapshot, id: string, generation: number): Promise<Log | null> {
  const path = snapshot.sealed.get(`${id}.${generation}`);
  if (path === undefined || snapshot.log.tip === null) return null;
  const text = await engine.store.readFile(snapshot.log.tip, path);
  return text === null ? null : (JSON.parse(text) as Log);
}

/** The log of an identity, `<ULID>.<generation>`, if this very world wrote it. */
export async function readOwnLog(engine: Engine, snapshot: Snapshot, key: string): Promise<Log | null> {
  const [id = '', generation] = key.split('.');
  const log = await readLog(engine, snapshot, id, Number(generation));
  return log?.entries[0]?.world === engine.world ? log : null;
}
