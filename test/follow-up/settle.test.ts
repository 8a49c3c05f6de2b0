import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { runDue, type RunReport } from '../../src/execute/run-due.ts';
import { writeGenesis } from '../../src/execute/write-genesis.ts';
import { questionOf, type OpenQuestion } from '../../src/history/question-of.ts';
import { reduce } from '../../src/journal/reduce.ts';
import { sandboxTimings } from '../../src/journal/timings.ts';
import { decide } from '../support/simulation/answer-questions.ts';
import type { PinInput } from '../support/simulation/paper-connector.ts';
import { noFaults, type CallFaults } from '../support/simulation/paper-platform.ts';
import { randomFrom } from '../support/simulation/random.ts';
import { commitExecutions, type Planned } from '../support/simulation/scenario.ts';
import { idOf, names, SimulatedWorld } from '../support/simulation/simulated-world.ts';

const id = '01JD8Q6C9V5Y3M7R2T4W8X0ZAB';
const blind: PinInput = { provider: 'N', undo: true };
const receipt = { id: 'thing-1', url: 'https://paper.example/thing-1' };

let world: SimulatedWorld;
let planned: Planned;

beforeEach(async () => {
  world = new SimulatedWorld(randomFrom(7), sandboxTimings);
  await park(blind);
});

/** An execution whose blind call got no answer. */
async function park(input: PinInput, faults: Partial<CallFaults> = { lostAfter: 1 }): Promise<void> {
  world = new SimulatedWorld(randomFrom(7), sandboxTimings);
  planned = {
    folder: 'executions/acme/2027-03/number-1',
    id,
    executionId: idOf(id),
    onFailure: 'rollback',
    steps: [{ id: 'one', needs: [], input }],
  };
  await commitExecutions(world, [planned], { approve: true });
  await alone((engine) => writeGenesis(engine));
  expect(await run({ ...noFaults, ...faults })).toEqual(['NEEDS-HUMAN']);
}

async function alone<T>(
  work: (engine: ReturnType<SimulatedWorld['engine']>) => Promise<T>,
  faults = noFaults,
): Promise<T> {
  const process = { name: 'runner', isDead: false, mortality: 0, sloth: 0 };
  const working = work(world.engine(process, faults));
  await world.turns.play([[process, working]]);
  return working;
}

let report: RunReport;
async function run(faults: CallFaults = noFaults): Promise<string[]> {
  report = await alone((engine) => runDue(engine, { once: false }), faults);
  world.turns.now += 20 * 60_000;
  return report.executions.map(({ state }) => state);
}

const codes = (): string[] => report.executions.flatMap(({ findings = [] }) => findings.map(({ code }) => code));
const pinned = (): number => world.platform.things.filter(({ removedAt }) => removedAt === null).length;
const journal = (): Entry[] => world.origin.texts(names.execution(idOf(id))).map((text) => JSON.parse(text) as Entry);

function question(): OpenQuestion {
  const state = reduce(journal());
  const open = state === null ? null : questionOf(state, idOf(id));
  if (open === null) throw new Error('nothing is asked');
  return open;
}

describe('a doubt that only a person can settle', () => {
  it('is asked with what is needed to answer it, and stays asked', async () => {
    expect(question()).toMatchObject({
      step: 'one', operation: 'pin', direction: 'do', origin: 'https://paper.example',
      sent: { request: expect.stringMatching(/^[0-9a-f]{64}$/) },
      answers: [{ answer: 'happened' }, { answer: 'did-not-happen' }, { answer: 'close' }],
    }); // prettier-ignore
    expect(await run()).toEqual(['NEEDS-HUMAN']);
    expect(pinned()).toBe(1);
  });

  it('goes on behind what happened, and answers once', async () => {
    decide(world, question(), { answer: 'happened', receipt });
    expect(await run()).toEqual(['SEALED']);
    expect(await run()).toEqual(['SEALED']);
    expect(pinned()).toBe(1);
    expect(journal().filter(({ body }) => body.kind === 'RESOLVED')).toMatchObject([
      { body: { answer: 'happened', by: 'ines@acme.example', digest: expect.stringContaining('mc1:sha256:') } },
    ]);
  });

  it('sends what did not happen, once', async () => {
    await park(blind, { lostBefore: 1 });
    expect(pinned()).toBe(0);
    decide(world, question(), { answer: 'did-not-happen' });
    expect(await run()).toEqual(['SEALED']);
    expect(pinned()).toBe(1);
  });

  it('is asked anew where the repeat gets no answer either: an old answer settles no later question', async () => {
    await park(blind, { lostBefore: 1 });
    const first = question();
    decide(world, first, { answer: 'did-not-happen' });
    expect(await run({ ...noFaults, lostAfter: 1 })).toEqual(['NEEDS-HUMAN']);
    expect(question().hash).not.toBe(first.hash);
    expect(await run()).toEqual(['NEEDS-HUMAN']);
    expect(pinned()).toBe(1);
  });

  it('is given up: it ends as it stands, and nothing can be continued in doubt', async () => {
    decide(world, question(), { answer: 'close' });
    expect(await run()).toEqual(['SEALED']);
    expect(report.executions[0]?.reason).toContain('ines@acme.example decided');
    expect(pinned()).toBe(1);
  });
});

describe('an answer that does not count', () => {
  it.each<[string, () => void, string]>([
    ['nobody approved', () => decide(world, question(), { answer: 'did-not-happen' }, false), 'execution/decision-not-approved'],
    ['whose bytes were changed behind the approval', () => {
      decide(world, question(), { answer: 'happened', receipt });
      decide(world, question(), { answer: 'did-not-happen' }, false);
    }, 'execution/decision-not-approved'],
    ['that is none to this question', () => decide(world, question(), { answer: 'compensate' }), 'execution/impossible-answer'],
    ['about another step', () => decide(world, { ...question(), step: 'two' }, { answer: 'did-not-happen' }), 'execution/decision-differs'],
    ['where the policy gives nobody the role', () => {
      decide(world, question(), { answer: 'did-not-happen' });
      const files = world.history.commits.at(-1)?.files ?? {};
      const policy = files['mergecast.yaml']?.replace(/^roles:.*$/m, '') ?? '';
      world.origin.branchTip = world.history.commit({ ...files, 'mergecast.yaml': policy });
    }, 'execution/decision-not-approved'],
  ])('%s', async (_case, forge, code) => {
    forge();
    expect(await run()).toEqual(['NEEDS-HUMAN']);
    expect(codes()).toContain(code);
    expect(pinned()).toBe(1);
    expect(journal().some(({ body }) => body.kind === 'RESOLVED')).toBe(false);
  }); // prettier-ignore
});
