import { describe, expect, it } from 'vitest';
import validateReceipt from '../../src/generated/validators/receipt.js';
import type { Effect } from '../../src/sandbox/kit/index.ts';
import { sandboxFixture, type SandboxFixture } from '../support/sandbox-fixture.ts';
import { conduct, setScene, type Conducted, type Conductor } from './conduct-step.ts';
import { allCases, type PlannedCase } from './planned-case.ts';

const planned = await allCases();

interface Stage {
  readonly server: SandboxFixture;
  readonly conductor: Conductor;
  /** Effects since the scene was set. */
  effects(): Promise<readonly Effect[]>;
}

async function stage(one: PlannedCase): Promise<Stage> {
  const server = await sandboxFixture();
  const before = await setScene(server, one);
  return {
    server,
    conductor: conduct(server, one),
    effects: async () => (await server.effects()).slice(before),
  };
}

async function makeAll({ conductor }: Stage, { step }: PlannedCase): Promise<Conducted[]> {
  const made: Conducted[] = [];
  for (const operation of step.operations) made.push(await conductor.make(operation));
  return made;
}

describe.each(planned)('$title', (one) => {
  const { step, action, connector, example } = one;
  const looked = step.operations.filter(({ provider }) => provider.class === 'P');

  it('does what was approved, and reads it back', async () => {
    const on = await stage(one);
    expect(await connector.preflight(on.conductor.read, step.connection)).toMatchObject({ ok: true });
    const made = await makeAll(on, one);
    expect(made.map(({ outcome }) => outcome)).toEqual(made.map(() => expect.objectContaining({ is: 'done' })));
    expect((await on.effects()).map(({ operation, effect }) => [operation, effect])).toEqual(example.effects);
    expect(await action.verify(step, on.conductor.receipts, on.conductor.read)).toMatchObject({
      verdict: 'as-approved',
    });
    const measured = await action.measure?.(step, on.conductor.read);
    if (measured !== undefined) expect(measured).toMatchObject({ ok: true });
    expect((await action.rehearse?.(step, on.conductor.read)) ?? []).toEqual([]);
  });

  it('keeps short, known facts in its receipts and nothing of what was sent', async () => {
    const on = await stage(one);
    for (const { request, outcome } of await makeAll(on, one)) {
      const receipt = outcome.is === 'done' || outcome.is === 'adopt' ? outcome.receipt : null;
      expect(validateReceipt(receipt), JSON.stringify(receipt)).toBe(true);
      const values = Object.values({ ...receipt?.values, id: receipt?.id, url: receipt?.url });
      for (const value of values) expect(String(value).length).toBeLessThanOrEqual(300);
      for (const words of wordsIn(request.json)) expect(JSON.stringify(receipt)).not.toContain(words);
    }
  });

  it.each(looked)('finds $id after it happened, and not before', async (wanted) => {
    const on = await stage(one);
    for (const operation of step.operations) {
      if (operation.id === wanted.id) expect(await on.conductor.probe(operation)).toEqual({ is: 'absent' });
      const { outcome } = await on.conductor.make(operation);
      if (operation.id !== wanted.id) continue;
      const found = await on.conductor.probe(operation);
      expect(found).toMatchObject({ is: 'found' });
      const ids = [found, outcome].map((seen) => (seen !== null && 'receipt' in seen ? seen.receipt.id : null));
      expect(ids[0]).toBe(ids[1]);
      return;
    }
  });

  it.each(step.operations)('comes to one thing when $id is sent twice and then looked up', async (wanted) => {
    const on = await stage(one);
    for (const operation of step.operations) {
      const first = await on.conductor.make(operation);
      if (operation.id !== wanted.id) continue;
      const count = (await on.effects()).length;
      const second = await on.conductor.make(operation);
      const grown = (await on.effects()).length - count;
      if (operation.provider.class === 'P') expect(await on.conductor.probe(operation)).toMatchObject({ is: 'found' });
      // A key that is honoured gives the same thing again; without key and look-up there must be two, or this proves nothing.
      else if (operation.provider.class === 'K') {
        expect([grown, idOf(second)]).toEqual([0, idOf(first)]);
      } else expect(grown).toBe(1);
      return;
    }
  });

  it('takes back what it did, last first, and sees that it is gone', async () => {
    const on = await stage(one);
    await makeAll(on, one);
    // What cannot be taken back holds what it needs.
    const back = step.reversibility === 'none' ? [] : step.operations.toReversed();
    for (const operation of back.filter(({ undo }) => undo.length > 0)) {
      const canLook = action.operations[operation.undo[0]?.kind ?? '']?.probe !== undefined;
      expect(await on.conductor.isUnchanged(operation), operation.id).toBe(true);
      if (canLook) expect(await on.conductor.probe(operation, 'undo')).toEqual({ is: 'absent' });
      expect((await on.conductor.make(operation, 'undo')).outcome.is, operation.id).toMatch(/^(done|nothing-to-undo)$/);
      if (canLook) expect(await on.conductor.probe(operation, 'undo')).toMatchObject({ is: 'found' });
    }
    if (step.reversibility === 'none') return;
    const left = (await on.effects()).filter(({ undone }) => !undone).map(({ operation }) => operation);
    expect(left).toEqual(example.stays ?? []);
    expect((await action.verify(step, on.conductor.receipts, on.conductor.read)).verdict).not.toBe('as-approved');
  });

  it('takes back what was prepared when the last call never came', async () => {
    const on = await stage(one);
    const prepares = step.operations.filter(({ phase }) => phase === 'prepare');
    for (const operation of prepares) await on.conductor.make(operation);
    for (const operation of prepares.toReversed().filter(({ undo }) => undo.length > 0)) {
      expect(await on.conductor.isUnchanged(operation), operation.id).toBe(true);
      expect((await on.conductor.make(operation, 'undo')).outcome, operation.id).toMatchObject({ is: 'done' });
      const again = await on.conductor.make(operation, 'undo');
      expect(again.outcome.is, operation.id).toMatch(/^(done|nothing-to-undo)$/);
    }
    const seen = await on.effects();
    expect(seen.map(({ effect }) => effect).filter((effect) => effect !== 'inert')).toEqual([]);
    const left = seen.filter(({ undone }) => !undone).map(({ operation }) => operation);
    expect((example.stays ?? []).join(' ')).toContain(left.join(' '));
  });

  it('sends nothing but what its plan says: no secret, no name of a file, no path of this machine', async () => {
    const on = await stage(one);
    const made = await makeAll(on, one);
    const sent = JSON.stringify(made.map(({ request }) => request));
    expect(sent).not.toMatch(/TEST_|executions\/acme|authorization/i);
  });
});

function idOf({ outcome }: Conducted): string | null {
  return outcome.is === 'done' || outcome.is === 'adopt' ? outcome.receipt.id : null;
}

/** Texts of a request that are long enough to be somebody's words, cut into pieces that would betray a copy. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return / /.test(value) && value.length > 20 ? [value.slice(0, 20)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}
