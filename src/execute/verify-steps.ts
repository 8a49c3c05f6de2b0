import type { Body } from '../journal/entry.ts';
import type { Engine } from './engine.ts';
import { readClient } from './read-client.ts';
import { receiptsOf } from './run-context.ts';
import { note, stateOf, type Session } from './session.ts';

/** Reads back what went out, step by step, and notes how it compares; the note travels with the seal. */
export async function verifySteps(engine: Engine, session: Session): Promise<void> {
  const state = stateOf(session);
  const steps: (Body & { kind: 'VERIFIED' })['steps'] = [];
  for (const step of state.authorised.effects.steps) {
    const action = await engine.registry.action(step.uses);
    if (action === null) throw new Error(`no action ${step.uses}`);
    const found = await action.verify(step, receiptsOf(state, step), readClient(engine, step.connection));
    steps.push({ step: step.id, ...found });
  }
  await note(engine, session, [{ kind: 'VERIFIED', steps }]);
}
