import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/execute/engine.ts';
import { simulate, type Sabotage } from '../support/simulation/simulate.ts';

/** The engine with something left out that the protocol asks for: the simulation must notice. */
const sabotages: Readonly<Record<string, Sabotage>> = {
  'an unknown push counts as landed': {
    engine: (engine) =>
      withPush(engine, async (push) => {
        const outcome = await push();
        return outcome.is === 'unknown' ? { is: 'ok' } : outcome;
      }),
  },
  'calls do not wait for the push': {
    engine: (engine) =>
      withPush(engine, async (push, updates) => {
        void push().catch(() => undefined);
        return updates.length === 1 ? { is: 'ok' } : push();
      }),
  },
  'no quiesce before a doubt is settled': {
    engine: (engine) => ({ ...engine, timings: { ...engine.timings, callMaximum: -engine.timings.notAfter, skew: 0 } }),
  },
  'a key is trusted that the platform does not honour': { world: (world) => void (world.platform.isForgetful = true) },
  'freeze and approval are read once': { engine: readOnce },
  'a lease that does not fit is pushed all the same': {
    world: ({ origin }) => {
      origin.swap = (updates) => {
        for (const { ref, next } of updates) origin.refs.set(ref, next);
        return true;
      };
    },
  },
};

type Push = Engine['store']['push'];

function withPush(
  engine: Engine,
  change: (push: () => ReturnType<Push>, updates: Parameters<Push>[0]) => ReturnType<Push>,
): Engine {
  const { store } = engine;
  return { ...engine, store: { ...store, push: (updates) => change(() => store.push(updates), updates) } };
}

/** Nothing is fetched after the first look. */
function readOnce(engine: Engine): Engine {
  const { store } = engine;
  let isRead = false;
  const refresh: typeof store.refresh = async () => {
    if (isRead) return { ok: true };
    isRead = true;
    return store.refresh();
  };
  return { ...engine, store: { ...store, refresh } };
}

describe('the simulation notices', () => {
  it.each(Object.entries(sabotages))('%s', { timeout: 120_000 }, async (_name, sabotage) => {
    expect(await firstBroken(sabotage, 400)).not.toBeNull();
  });
});

async function firstBroken(sabotage: Sabotage, seeds: number): Promise<number | null> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const problems = await simulate(seed, sabotage).then(
      (life) => life.problems,
      () => ['it broke down'],
    );
    if (problems.length > 0) return seed;
  }
  return null;
}
