import { expect, it, vi } from 'vitest';
import type { nextUndo as nextUndoOfEngine } from '../../src/journal/next-undo.ts';
import type { JournalState } from '../../src/journal/state.ts';
import { simulate } from '../support/simulation/simulate.ts';

type NextUndo = { nextUndo: typeof nextUndoOfEngine };

// Steps in the wrong order: what went up first comes down first.
vi.mock('../../src/journal/next-undo.ts', async (original) => {
  const { nextUndo } = await original<NextUndo>();
  const turned = (state: JournalState): JournalState => {
    const effects = { ...state.authorised.effects, steps: state.authorised.effects.steps.toReversed() };
    return { ...state, authorised: { ...state.authorised, effects } };
  };
  return { nextUndo: (state: JournalState) => nextUndo(turned(state)) };
});

it('the simulation notices that things are undone in the wrong order', { timeout: 120_000 }, async () => {
  let seed = 1;
  for (; seed < 400; seed += 1) if ((await simulate(seed)).problems.some((one) => one.includes('wrong order'))) break;
  expect(seed).toBeLessThan(400);
});
