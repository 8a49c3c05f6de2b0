import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body, BodyOf, Entry } from '../../src/journal/entry.ts';
import { nextMove } from '../../src/journal/next-move.ts';
import { reduce } from '../../src/journal/reduce.ts';
import type { JournalState } from '../../src/journal/state.ts';
import { liveTimings } from '../../src/journal/timings.ts';

const start = Date.parse('2027-03-01T08:00:00Z');
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();
type Operation = BodyOf<'AUTHORISED'>['effects']['steps'][number]['operations'][number];

function operation(id: string, change: Partial<Operation> = {}): Operation {
  return {
    id, kind: id, phase: 'activate', effect: 'live', needs: [], provider: { class: 'P', lag: 'PT1S' },
    request: { method: 'POST', path: '/' }, undo: [{ kind: 'un', request: { method: 'DELETE', path: '/' }, words: '' }], ...change,
  }; // prettier-ignore
}

function authorised(provider: Operation['provider'] = { class: 'P', lag: 'PT1S' }): BodyOf<'AUTHORISED'> {
  const connection = {
    name: 'c',
    platform: 'p',
    account: '',
    origin: 'https://a.example',
    secrets: {},
    settings: {},
    test: false,
  };
  const step = (id: string, operations: Operation[]) => ({
    id, uses: 'p/a', version: 1, needs: [], connection, operations, outputs: {}, fees: [], reversibility: 'full' as const, 'undo-in-words': '',
  }); // prettier-ignore
  const draft = operation('draft', { phase: 'prepare', effect: 'inert', provider: { class: 'N' } });
  return {
    kind: 'AUTHORISED', digest: 'd', path: 'p', folder: 'f', risk: 'low', approvals: [], merge: 'm', base: 'b', policy: 'p',
    lifetime: 'P180D', rollback: [], tool: 't', media: [],
    effects: {
      version: 1, repository: 'r', id: '01JD8Q6C9V5Y3M7R2T4W8X0ZAB', generation: 1, brand: 'acme', 'on-failure': 'rollback', media: [],
      steps: [step('one', [draft, operation('pin', { provider })]), step('two', [operation('pin', { provider })])],
    },
  }; // prettier-ignore
}

/** Entries one second apart. */
function entries(bodies: readonly Body[], epoch = 1): Entry[] {
  return bodies.map((body, sequence) => ({
    version: 1, world: 'live', repository: 'r', ref: 'r', execution: 'e', sequence, epoch: sequence === 0 ? 0 : epoch,
    previous: '', body, nonce: '', at: at(sequence), runner: 'runner', signature: '',
  })); // prettier-ignore
}

const claim: Body = { kind: 'CLAIMED', lease: at(600), takeover: false, reservations: [] };
const call = { step: 'one', operation: 'pin', direction: 'do' } as const;
const draft = { step: 'one', operation: 'draft', direction: 'do' } as const;
const intent = (one: { step: string; operation: string; direction: 'do' | 'undo' }): Body => ({
  kind: 'INTENT', notAfter: at(60), operations: [{ ...one, key: 'k', request: 'r' }],
}); // prettier-ignore
const done = (one: { step: string; operation: string; direction: 'do' | 'undo' }): Body => ({
  kind: 'DONE', ...one, receipt: { id: '1' }, adopted: false,
}); // prettier-ignore
const problem = { code: 'a/b', severity: 'block', message: 'no', hint: '' } as const;

function stateOf(bodies: readonly Body[], provider?: Operation['provider']): JournalState {
  const state = reduce(entries([authorised(provider), ...bodies]));
  if (state === null) throw new Error('no state');
  return state;
}

const move = (bodies: readonly Body[], seconds = 10, provider?: Operation['provider'], epoch: number | null = 1) =>
  nextMove(stateOf(bodies, provider), new Date(start + seconds * 1000), {
    epoch, timings: liveTimings, dueNow: new Date(start + seconds * 1000),
  }); // prettier-ignore

describe('what comes next, row by row', () => {
  const drafted = [claim, intent(draft), done(draft)];
  const asked = [...drafted, intent(call)];
  const K = { class: 'K', window: 'PT1H' } as const;
  const N = { class: 'N' } as const;

  it.each<[string, ReturnType<typeof move>, object]>([
    ['authorised', move([], 10, undefined, null), { move: 'claim', takeover: false }],
    ['claimed by another, lease alive', move([claim], 600, undefined, null), { move: 'leave' }],
    ['lease just over: a call may still be under way', move([claim], 601 + 89, undefined, null), { move: 'leave' }],
    ['lease over', move([claim], 700, undefined, null), { move: 'claim', takeover: true }],
    ['claimed', move([claim]), { move: 'prepare', calls: [draft] }],
    ['drafted', move(drafted), { move: 'call', call }],
    ['draft in doubt', move([claim, intent(draft)], 999), { move: 'settle', call: draft, how: 'resend' }],
    ['P in doubt', move(asked), { move: 'settle', call, how: 'probe', notBefore: new Date(start + 151_000) }],
    [
      'K in doubt, key fresh',
      move(asked, 300, K),
      { move: 'settle', how: 'resend', notBefore: new Date(start + 150_000) },
    ],
    ['K in doubt, key nearly old', move(asked, 3600 - 140, K), { move: 'settle', how: 'probe' }],
    ['K in doubt, to be undone', move([...asked, { kind: 'COMPENSATING', why: '' }], 300, K), { how: 'probe' }],
    [
      'K refused at a repeat',
      move([...asked, { kind: 'UNKNOWN', ...call, why: '', sentAt: '', finding: problem }], 300, K),
      { how: 'probe' },
    ],
    ['N in doubt', move(asked, 300, N), { move: 'settle', how: 'ask' }],
    ['proved absent', move([...asked, { kind: 'ABSENT', ...call }]), { move: 'call', call }],
    ['one is done', move([...asked, done(call)]), { move: 'call', call: { ...call, step: 'two' } }],
    ['refused', move([...asked, { kind: 'REFUSED', ...call, finding: problem }]), { move: 'compensate' }],
    [
      'undoing',
      move([...asked, done(call), { kind: 'COMPENSATING', why: '' }]),
      { move: 'call', call: { ...call, direction: 'undo' } },
    ],
    [
      'undo in doubt',
      move([...asked, done(call), { kind: 'COMPENSATING', why: '' }, intent({ ...call, direction: 'undo' })]),
      { how: 'probe' },
    ],
    ['parked', move([claim, { kind: 'WAITING', reason: 'poll', until: at(60), words: '' }]), { move: 'wait' }],
    [
      'parked long enough',
      move([claim, { kind: 'WAITING', reason: 'poll', until: at(60), words: '' }], 60),
      { move: 'claim' },
    ],
    ['asked', move([claim, { kind: 'NEEDS-HUMAN', question: 'Did it?' }]), { move: 'ask', question: 'Did it?' }],
    ['succeeded', move([claim, { kind: 'SUCCEEDED' }]), { move: 'verify' }],
    ['sealed', move([claim, { kind: 'SUCCEEDED' }, { kind: 'SEALED', log: '', path: '' }]), { move: 'finished' }],
  ])('%s', (_case, found, expected) => {
    expect(found).toMatchObject(expected);
  });

  it('undoes last first, and leaves no draft', () => {
    const two = { ...call, step: 'two' };
    const before = [
      ...drafted,
      intent(call),
      done(call),
      intent(two),
      done(two),
      { kind: 'COMPENSATING', why: '' } as Body,
    ];
    const undone = (one: { step: string; operation: string }): Body => done({ ...one, direction: 'undo' });
    expect(move(before)).toMatchObject({ call: { step: 'two', operation: 'pin' } });
    expect(move([...before, undone(two)])).toMatchObject({ call: { step: 'one', operation: 'pin' } });
    expect(move([...before, undone(two), undone(call)])).toMatchObject({ call: { step: 'one', operation: 'draft' } });
    expect(move([...before, undone(two), undone(call), undone(draft)])).toMatchObject({
      move: 'end',
      state: 'COMPENSATED',
    });
  });
});

describe('total', () => {
  const reference = fc.record({
    step: fc.constantFrom('one', 'two'), operation: fc.constant('pin'), direction: fc.constantFrom('do' as const, 'undo' as const),
  }); // prettier-ignore
  const body: fc.Arbitrary<Body> = fc.oneof(
    fc.constant(claim),
    reference.map(intent),
    reference.map(done),
    reference.map((one): Body => ({ kind: 'ABSENT', ...one })),
    reference.map((one): Body => ({ kind: 'UNKNOWN', ...one, why: '', sentAt: at(0) })),
    reference.map((one): Body => ({ kind: 'REFUSED', ...one, finding: problem })),
    fc.constantFrom<Body>(
      { kind: 'COMPENSATING', why: '' },
      { kind: 'WAITING', reason: 'freeze', words: '' },
      { kind: 'SUCCEEDED' },
    ),
    fc.constantFrom<Body>(
      { kind: 'NEEDS-HUMAN', question: '?' },
      { kind: 'ENDED', state: 'COMPENSATED', why: '', orphans: [] },
    ),
  );

  it('every history has exactly one answer, and who holds no claim is never told to call', () => {
    fc.assert(
      fc.property(
        fc.array(body, { maxLength: 12 }),
        fc.nat(5_000),
        fc.constantFrom('K', 'P', 'N'),
        (bodies, seconds, kind) => {
          const provider = { class: kind, window: 'PT1H' } as Operation['provider'];
          expect(move(bodies, seconds, provider).move).toEqual(expect.any(String));
          const without = move(bodies, seconds, provider, null).move;
          expect(['prepare', 'call', 'settle', 'compensate', 'succeed', 'end']).not.toContain(without);
        },
      ),
    );
  });
});
