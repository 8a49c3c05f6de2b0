import type { Engine } from '../../../src/execute/engine.ts';
import { runDue } from '../../../src/execute/run-due.ts';
import { appendControl } from '../../../src/execute/set-freeze.ts';
import { writeGenesis } from '../../../src/execute/write-genesis.ts';
import { verifyJournal } from '../../../src/history/verify-journal.ts';
import { liveTimings, sandboxTimings } from '../../../src/journal/timings.ts';
import { answerQuestions } from './answer-questions.ts';
import { judgeEnd } from './judge-end.ts';
import type { CallFaults } from './paper-platform.ts';
import { randomFrom, type Random } from './random.ts';
import { commitExecutions, drawExecutions, type Planned } from './scenario.ts';
import { names, repositoryId, SimulatedWorld, verify } from './simulated-world.ts';
import { Killed, type Process } from './turns.ts';
import { watchCalls, type Stops } from './watch-calls.ts';

/** How the engine is made wrong, to see that it is noticed. */
export interface Sabotage {
  readonly engine?: (engine: Engine) => Engine;
  readonly world?: (world: SimulatedWorld) => void;
}

/** What one seed came to. */
export interface Simulated {
  readonly problems: readonly string[];
  /** How the executions ended, for a look at whether the seeds reach everything. */
  readonly ends: readonly string[];
}

/** One life of a repository: a few runners that crash and are held up, a platform that fails, people who interfere. */
export async function simulate(seed: number, sabotage: Sabotage = {}): Promise<Simulated> {
  const random = randomFrom(seed);
  const world = new SimulatedWorld(random, random.chance(0.5) ? liveTimings : sandboxTimings);
  sabotage.world?.(world);
  const executions = drawExecutions(random);
  await commitExecutions(world, executions, { approve: true });
  const stops: Stops = { frozenSince: null, voidSince: new Map() };
  const problems = watchCalls(world, executions, stops);
  const make = (engine: Engine): Engine => sabotage.engine?.(engine) ?? engine;
  await alone(world, 'init', (engine) => writeGenesis(engine));
  for (let round = random.between(1, 3); round > 0; round -= 1) {
    await chaos(world, executions, stops, round, make);
    world.turns.now += random.pick([0, 5_000, 20 * 60_000, 2 * 3_600_000]);
  }
  if (stops.frozenSince !== null) {
    await alone(world, 'unfreeze', (engine) =>
      appendControl(engine, { kind: 'UNFREEZE', scope: 'all', reason: '', by: '' }),
    );
    stops.frozenSince = null;
  }
  await comeToRest(world, make);
  const answered: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const answers = answerQuestions(world, executions);
    if (answers.length === 0) break;
    answered.push(...answers.map((answer) => `answered ${answer}`));
    await comeToRest(world, make);
  }
  problems.push(...judgeEnd(world, executions), ...(await nothingAgain(world)), ...(await audit(world)));
  return { problems, ends: [...endsOf(world, executions), ...answered] };
}

async function chaos(
  world: SimulatedWorld,
  executions: readonly Planned[],
  stops: Stops,
  round: number,
  make: (engine: Engine) => Engine,
): Promise<void> {
  const { random } = world;
  const faults = drawFaults(random);
  const runners = ['a', 'b', 'c'].slice(0, random.between(1, 2)).map((letter) => {
    const process = processOf(`${letter}${round}`, random.pick([0, 0.01, 0.04]), random.pick([0, 0, 0.03]));
    const engine = make(world.engine(process, faults, random.pick([0, 0, 0.05])));
    return [process, unlessKilled(runDue(engine, { once: random.chance(0.2) }))] as const;
  });
  const person = processOf('person', 0, 0);
  await world.turns.play([...runners, [person, unlessKilled(interfere(world, person, executions, stops))]]);
}

/** A person does something at some moment. */
async function interfere(
  world: SimulatedWorld,
  process: Process,
  executions: readonly Planned[],
  stops: Stops,
): Promise<void> {
  const { random, turns } = world;
  await turns.sleep(process, random.between(0, random.pick([500, 20_000])));
  const void_ = (): void => {
    for (const { executionId } of executions)
      stops.voidSince.set(executionId, stops.voidSince.get(executionId) ?? turns.now);
  };
  switch (random.pick(['nothing', 'nothing', 'freeze', 'revert', 'change', 'correct', 'edit', 'edit'] as const)) {
    case 'freeze':
      await appendControl(world.engine(process), { kind: 'FREEZE', scope: 'all', reason: 'stop', by: 'ines' });
      stops.frozenSince ??= turns.now;
      break;
    case 'revert':
      await commitExecutions(world, [], { approve: false });
      void_();
      break;
    case 'change':
      await commitExecutions(world, executions, { approve: false, words: ' changed' });
      void_();
      break;
    case 'correct':
      await commitExecutions(world, executions, { approve: true, words: ' corrected' });
      stops.voidSince.clear();
      break;
    case 'edit':
      for (const thing of world.platform.things)
        if (thing.what === 'pin' && random.chance(0.5)) thing.editedAt = turns.now;
      break;
    default:
  }
}

function drawFaults(random: Random): CallFaults {
  const level = (): number => random.pick([0, 0, 0.1, 0.3]);
  const [refused, throttled, errorBefore, errorAfter] = [level() / 2, level(), level(), level()];
  const [lostBefore, lostAfter, late] = [level(), level(), level()];
  return { refused, throttled, errorBefore, errorAfter, lostBefore, lostAfter, late };
}

/** Healthy runners, one after another, until nothing moves any more. */
async function comeToRest(world: SimulatedWorld, make: (engine: Engine) => Engine): Promise<void> {
  for (let round = 0, before = ''; round < 8; round += 1) {
    await alone(world, `quiet-${round}`, (engine) => runDue(make(engine), { once: false }));
    world.turns.now += 20 * 60_000;
    const now = JSON.stringify([...world.origin.refs]);
    if (now === before) return;
    before = now;
  }
}

/** After the end another run, and nothing moves. */
async function nothingAgain(world: SimulatedWorld): Promise<string[]> {
  const before = JSON.stringify([[...world.origin.refs], world.platform.things]);
  const report = await alone(world, 'again', (engine) => runDue(engine, { once: false }));
  const isSame = JSON.stringify([[...world.origin.refs], world.platform.things]) === before;
  const open = report.findings.map(({ code }) => code);
  return [
    ...(isSame ? [] : ['a run after the end changed something']),
    ...open.map((code) => `the last run said ${code}`),
  ];
}

async function audit(world: SimulatedWorld): Promise<string[]> {
  const { store, witness } = world.engine(processOf('auditor', 0, 0));
  const { broken } = await verifyJournal({
    store, names, witness, repositoryId, world: 'live', publicKey: world.publicKey, verify, logHeads: new Map(),
  }); // prettier-ignore
  return broken.map(({ ref, message }) => `${ref}: ${message}`);
}

/** A runner without rivals, faults or death. */
async function alone<T>(world: SimulatedWorld, name: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const process = processOf(name, 0, 0);
  const working = work(world.engine(process));
  await world.turns.play([[process, working]]);
  return working;
}

function processOf(name: string, mortality: number, sloth: number): Process {
  return { name, isDead: false, mortality, sloth };
}

async function unlessKilled(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

function endsOf(world: SimulatedWorld, executions: readonly Planned[]): string[] {
  return executions.map(({ executionId }) => {
    const texts = world.origin.texts(names.execution(executionId));
    const kinds = texts.map((text) => (JSON.parse(text) as { body: { kind: string; state?: string } }).body);
    return kinds.findLast(({ kind }) => ['ENDED', 'SUCCEEDED', 'NEEDS-HUMAN', 'AUTHORISED', 'WAITING'].includes(kind))?.state ?? kinds.findLast(({ kind }) => kind !== 'SEALED' && kind !== 'VERIFIED')?.kind ?? 'none'; // prettier-ignore
  });
}
