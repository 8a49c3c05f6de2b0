import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/ports.ts';
import type { FilledRequest } from '../../src/core/contract.ts';
import type { Operation } from '../../src/generated/types/plan.ts';
import { readsGiving, strange } from './answers.ts';
import { keyOf, markerOf } from './conduct-step.ts';
import { allCases, type PlannedCase } from './planned-case.ts';

const planned = await allCases();
type Direction = 'do' | 'undo';

/** Every call of a case with what its action is told about it. */
function callsOf({ step }: PlannedCase): { kind: string; direction: Direction; facts: ReturnType<typeof factsOf> }[] {
  return step.operations.flatMap((operation) => [
    { kind: operation.kind, direction: 'do' as const, facts: factsOf(operation, 'do', step) },
    ...operation.undo.map(({ kind }) => ({
      kind,
      direction: 'undo' as const,
      facts: factsOf(operation, 'undo', step),
    })),
  ]);
}

function factsOf(operation: Operation, direction: Direction, step: PlannedCase['step']) {
  const planned = direction === 'do' ? operation.request : operation.undo[0]?.request;
  // The ids do not matter here: whatever stands in their place is not what the answer is about.
  const request: FilledRequest = {
    method: planned?.method ?? 'POST',
    path: typeof planned?.path === 'string' ? planned.path : '/there/17',
    headers: {},
    ...(planned?.json !== undefined && { json: planned.json }),
  };
  const receipts = Object.fromEntries(step.operations.map(({ id }) => [id, { id: '17' }]));
  const shared = { connection: step.connection, key: keyOf(operation, direction), marker: markerOf(step) };
  return { ...shared, operation, request, receipts, receipt: { id: '17', values: {} }, before: {} };
}

describe.each(planned)('$title', (one) => {
  const { action, connector, step, example } = one;
  const names = Object.keys(strange).filter((name) => example.documented?.includes(name) !== true);

  describe.each(callsOf(one))('$direction $kind', ({ kind, direction, facts }) => {
    it.each(names)('reads %s for what it is', (name) => {
      const answer = strange[name] as Answer & { is: 'answer' };
      const outcome = action.operations[kind]?.interpret(answer, facts);
      expect(outcome?.is, JSON.stringify(outcome)).not.toBe('adopt');
      if (answer.status === 429) expect(outcome?.is).toBe('throttled');
      else if (answer.status >= 500 || answer.status === 302) expect(outcome?.is).toBe('unknown');
      else if (answer.status === 401)
        expect(outcome).toMatchObject({ is: 'refused', finding: { code: 'platform/wrong-credentials' } });
      else if (answer.status === 403) expect(outcome?.is).toBe('refused');
      else if (answer.status === 404)
        expect(outcome?.is).toMatch(direction === 'do' ? /^(refused|unknown)$/ : /^(refused|unknown|nothing-to-undo)$/);
      // What is not understood may have happened: it is neither done nor refused.
      else expect(outcome?.is, JSON.stringify(outcome)).toBe('unknown');
      expect(JSON.stringify(outcome)).not.toMatch(/<h1>|<script>/);
    });

    const probe = action.operations[kind]?.probe;
    if (probe === undefined) return;

    // Of an undo, "not found" is what was wanted.
    it.each(direction === 'do' ? names : names.filter((name) => !name.startsWith('404')))(
      'never takes %s for a proof of anything',
      async (name) => {
        const found = await probe(facts, readsGiving(strange[name] as Answer));
        // Taking back twice does no harm, believing that it was done does.
        if (direction === 'undo') expect(found.is).not.toBe('found');
        else expect(found.is).toBe('cannot-tell');
      },
    );

    it('cannot tell without an answer', async () => {
      for (const is of ['not-sent', 'no-answer'] as const) {
        const found = await probe(facts, readsGiving({ is, why: 'the wire was cut' }));
        expect(found).toEqual({ is: 'cannot-tell', why: expect.stringContaining('the wire was cut') });
      }
    });
  });

  const receipts = Object.fromEntries(
    step.operations.map(({ id }) => [id, { id: '17', url: 'https://acme.example/x/', values: { channel: 'C1' } }]),
  );

  it.each(names)('never takes %s for what was approved', async (name) => {
    const seen = await action.verify(step, receipts, readsGiving(strange[name] as Answer));
    expect(seen.verdict).not.toBe('as-approved');
    if ((strange[name]?.status ?? 0) >= 500) expect(seen.verdict).toBe('cannot-verify');
  });

  it.each(names)('does not start on %s', async (name) => {
    const answer = strange[name] as Answer & { is: 'answer' };
    const account = await connector.preflight(readsGiving(answer), step.connection);
    // An account that says nothing about itself is judged by the calls that follow.
    if (answer.status >= 300) expect(account).toMatchObject({ ok: false });
    if (answer.status === 401) expect(account).toMatchObject({ error: [{ code: 'platform/wrong-credentials' }] });
    if (answer.status >= 500) expect(account).toMatchObject({ error: [{ code: 'platform/unreachable' }] });
    const measured = await action.measure?.(step, readsGiving(answer));
    if (measured !== undefined) expect(measured.ok).toBe(false);
  });

  it('asks for no secret that it has not declared, and sends each one that it has', () => {
    const asked = new Set<string>();
    const secrets = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, role) => {
          asked.add(String(role));
          return `value-of-${String(role)}`;
        },
      },
    );
    const headers = connector.credentials(step.connection, secrets);
    expect([...asked].toSorted()).toEqual([...connector.secrets].toSorted());
    expect(Object.keys(headers)).not.toHaveLength(0);
    expect(Object.values(headers).join('')).not.toMatch(/[\r\n]/);
  });
});
