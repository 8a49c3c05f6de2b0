import { beforeEach, describe, expect, it } from 'vitest';
import type { OperationBehaviour } from '../../src/core/contract.ts';
import { finding, type Finding } from '../../src/core/finding.ts';
import { failure, success } from '../../src/core/result.ts';
import type { Engine } from '../../src/execute/engine.ts';
import { isUnchangedSince } from '../../src/execute/is-unchanged.ts';
import { runDue, type RunReport } from '../../src/execute/run-due.ts';
import { appendControl } from '../../src/execute/set-freeze.ts';
import { writeGenesis } from '../../src/execute/write-genesis.ts';
import type { Entry } from '../../src/journal/entry.ts';
import { sandboxTimings } from '../../src/journal/timings.ts';
import type { PinInput } from '../support/simulation/paper-connector.ts';
import { paperRegistry } from '../support/simulation/paper-connector.ts';
import { randomFrom } from '../support/simulation/random.ts';
import { commitExecutions, type Planned } from '../support/simulation/scenario.ts';
import { idOf, names, SimulatedWorld } from '../support/simulation/simulated-world.ts';

let world: SimulatedWorld;

beforeEach(async () => {
  world = new SimulatedWorld(randomFrom(7), sandboxTimings);
});

function planned(index: number, inputs: readonly PinInput[], needs: readonly string[] = []): Planned {
  const id = `01JD8Q6C9V5Y3M7R2T4W8X${String(index).padStart(4, '0')}`;
  const steps = inputs.map((input, at) => ({ id: `step-${at + 1}`, needs: at > 0 ? needs : [], input }));
  return { folder: `executions/acme/2027-03/number-${index}`, id, executionId: idOf(id), onFailure: 'rollback', steps };
}

/** A runner without faults does something; gives what it came to, and its pushes. */
async function alone<T>(work: (engine: Engine) => Promise<T>, change: (engine: Engine) => Engine = (one) => one) {
  const process = { name: 'runner', isDead: false, mortality: 0, sloth: 0 };
  const engine = change(world.engine(process));
  const working = work(engine);
  await world.turns.play([[process, working]]);
  return { value: await working, pushes: engine.store.pushes };
}

const run = (change?: (engine: Engine) => Engine): Promise<{ value: RunReport; pushes: number }> =>
  alone((engine) => runDue(engine, { once: false }), change);
const statesOf = ({ value }: { value: RunReport }): string[] => value.executions.map(({ state }) => state);

const pin: PinInput = { provider: 'P', undo: true };
const drafted: PinInput = { provider: 'P', draft: 'P', undo: true };

describe('pushes of an execution', () => {
  it.each<[string, Planned, number]>([
    ['one step', planned(1, [pin]), 1 + 3],
    ['three steps, drafts in one go', planned(2, [drafted, drafted, pin]), 3 + 3],
    [
      'a draft and its dress that need a live output',
      planned(3, [drafted, { ...drafted, text: 'See ${{ steps.step-1.url }}' }], ['step-1']),
      2 + 3 + 2,
    ],
  ])('%s', async (_case, one, most) => {
    await commitExecutions(world, [one], { approve: true });
    await alone((engine) => writeGenesis(engine));
    const done = await run();
    expect(statesOf(done)).toEqual(['SEALED']);
    // The first claim of a month opens its ledger; sealing is counted apart.
    expect(done.pushes - 1 - 1).toBe(most);
    expect((await run()).pushes).toBe(0);
  });
});

describe('what was sealed', () => {
  it('costs no planning at later runs, and no journal is read again', async () => {
    const many = Array.from({ length: 12 }, (_, index) => planned(index, [pin]));
    await commitExecutions(world, many, { approve: true });
    await alone((engine) => writeGenesis(engine));
    await run();
    let [plans, chains] = [0, 0];
    const later = await run((engine) => ({
      ...engine,
      registry: { ...engine.registry, plan: (...given) => ((plans += 1), engine.registry.plan(...given)) },
      store: { ...engine.store, chain: (...given) => ((chains += 1), engine.store.chain(...given)) },
    }));
    expect(statesOf(later)).toEqual(many.map(() => 'SEALED'));
    // Control, log and the ledger of the month.
    expect({ plans, chains }).toEqual({ plans: 0, chains: 3 });
  });
});

describe('what fires is the plan that was authorised', () => {
  const one = planned(5, [{ ...pin, text: 'As approved' }]);
  const freeze = (kind: 'FREEZE' | 'UNFREEZE') =>
    alone((engine) => appendControl(engine, { kind, scope: 'all', reason: 'r', by: 'ines' }));

  beforeEach(async () => {
    await commitExecutions(world, [one], { approve: true });
    await alone((engine) => writeGenesis(engine));
    await freeze('FREEZE');
    // Authorised, and then it may not go on.
    expect(statesOf(await run())).toEqual(['AUTHORISED']);
    await freeze('UNFREEZE');
  });

  it('byte for byte, whatever the connector would make of it today', async () => {
    const sent: string[] = [];
    world.watch = ({ body }) => void sent.push(new TextDecoder().decode(body));
    const done = await run((engine) => ({ ...engine, registry: { ...engine.registry, action: anotherAction } }));
    expect(statesOf(done)).toEqual(['SEALED']);
    expect(sent).toEqual([expect.stringContaining('"text":"As approved"')]);
  });

  it('or nothing goes out, where the same files give another plan now', async () => {
    const done = await run((engine) => ({
      ...engine,
      registry: {
        ...engine.registry,
        plan: async (...given) => {
          const plan = await engine.registry.plan(...given);
          return plan.ok ? { ok: true, value: { ...plan.value, digest: `mc1:sha256:${'0'.repeat(64)}` } } : plan;
        },
      },
    }));
    expect(statesOf(done)).toEqual(['REFUSED']);
    expect(world.platform.things).toEqual([]);
    // The old version is back, and so is what was approved.
    expect(statesOf(await run())).toEqual(['SEALED']);
  });
});

/** The action of another version: what it would assemble differs. */
async function anotherAction(uses: string): ReturnType<Engine['registry']['action']> {
  const action = await paperRegistry.actions[uses]?.load();
  return action === undefined ? null : { ...action, assemble: () => ({ ok: false, error: [] }) };
}

describe('where the state before a change cannot be read', () => {
  const two = planned(8, [pin, { ...pin, text: 'See ${{ steps.step-1.url }}' }], ['step-1']);
  const problems = {
    passing: finding('platform/unreachable', { platform: 'Paper', why: 'it answered 503' }),
    final: finding('platform/rejected', { platform: 'Paper', what: 'show it', reason: 'answer 403' }),
  };

  /** The second step asks first; it gets this problem so many times. */
  const failing =
    (problem: Finding, times: number) =>
    (engine: Engine): Engine => {
      let left = times;
      const capture: NonNullable<OperationBehaviour['capture']> = async (_operation, { json }) =>
        (json as { step: string }).step === 'step-2' && left-- > 0 ? failure([problem]) : success({});
      const action: Engine['registry']['action'] = async (uses) => {
        const known = await engine.registry.action(uses);
        const behaviour = known?.operations['pin'];
        return known === null || behaviour === undefined
          ? known
          : { ...known, operations: { ...known.operations, pin: { ...behaviour, capture } } };
      };
      return { ...engine, registry: { ...engine.registry, action } };
    };

  beforeEach(async () => {
    await commitExecutions(world, [two], { approve: true });
    await alone((engine) => writeGenesis(engine));
  });

  it('for a passing reason, it waits and asks again: what is live stays', async () => {
    expect(statesOf(await run(failing(problems.passing, 3)))).toEqual(['SEALED']);
    expect(kindsOf(two)).toContain('WAITING');
    expect(kindsOf(two)).not.toContain('REFUSED');
    expect(world.platform.things.map(({ what, removedAt }) => [what, removedAt])).toEqual([['pin', null], ['pin', null]]); // prettier-ignore
  });

  it('for good, it is refused and undone', async () => {
    expect(statesOf(await run(failing(problems.final, 1)))).toEqual(['COMPENSATED']);
    expect(kindsOf(two)).toContain('REFUSED');
  });
});

describe('before something is undone', () => {
  const one = planned(9, [pin]);

  /** Compares the pin that was made, as a journal tells of it whose request was changed by `change`. */
  async function compare(change: (request: Record<string, unknown>) => void): Promise<string> {
    await commitExecutions(world, [one], { approve: true });
    await alone((engine) => writeGenesis(engine));
    expect(statesOf(await run())).toEqual(['SEALED']);
    const ref = names.execution(one.executionId);
    const entries = world.origin.texts(ref).map((text) => JSON.parse(text) as Entry);
    const [first] = entries;
    if (first?.body.kind !== 'AUTHORISED') throw new Error('no approval');
    change(first.body.effects.steps[0]?.operations[0]?.request as unknown as Record<string, unknown>);
    const chain = { ref, execution: one.executionId, pushed: null, tip: null, entries };
    const session = { executionId: one.executionId, chain, epoch: null, reload: async () => ({ is: 'gone' as const }), waiting: [], unrecorded: [], throttled: 0, late: 0 }; // prettier-ignore
    const call = { step: 'step-1', operation: 'pin', direction: 'undo' as const };
    const { base } = first.body;
    const compared = await alone(async (engine) => {
      await engine.store.refresh();
      return isUnchangedSince({ ...engine, execution: { brand: 'acme', base } }, session, call);
    });
    return compared.value;
  }

  it('it is compared with what was sent', async () => expect(await compare(() => undefined)).toBe('unchanged'));

  it('nothing is concluded where what was sent cannot be put together again', async () => {
    const lost = (request: Record<string, unknown>): void => {
      request['media'] = { sha256: 'f'.repeat(64), type: 'image/png' };
    };
    expect(await compare(lost)).toBe('unknown');
  });
});

function kindsOf({ executionId }: Planned): string[] {
  return world.origin.texts(names.execution(executionId)).map((text) => (JSON.parse(text) as Entry).body.kind);
}

describe('how long permission holds', () => {
  it('is counted from the moment before it was read, not from the intent', async () => {
    const one = planned(6, [pin]);
    await commitExecutions(world, [one], { approve: true });
    await alone((engine) => writeGenesis(engine));
    let asked = 0;
    const late: number[] = [];
    world.watch = () => {
      const texts = world.origin.texts(names.execution(one.executionId));
      const bodies = texts.map((text) => (JSON.parse(text) as Entry).body);
      const intent = bodies.findLast((body) => body.kind === 'INTENT');
      late.push(Date.parse(intent?.notAfter ?? '') - asked - sandboxTimings.notAfter);
    };
    const done = await run((engine) => ({
      ...engine,
      store: {
        ...engine.store,
        refresh: async () => {
          asked = world.turns.now;
          // The store answers slowly: what it says is old by the time it is heard.
          world.turns.now += 1_000;
          return engine.store.refresh();
        },
      },
    }));
    expect(statesOf(done)).toEqual(['SEALED']);
    expect(late).toHaveLength(1);
    expect(late[0]).toBeLessThanOrEqual(0);
  });
});
