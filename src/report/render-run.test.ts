import { describe, expect, it } from 'vitest';
import type { ExecutionReport } from '../execute/report-of.ts';
import { columnsOf } from './columns.ts';
import { renderBudget } from './render-budget.ts';
import { renderLog } from './render-log.ts';
import { renderFreeze } from './render-freeze.ts';
import { renderRun } from './render-run.ts';

const one = (changes: Partial<ExecutionReport>): ExecutionReport => ({
  id: '01JD8Q6C9V5Y3M7R2T4W8X0ZAB',
  executionId: '3fa94c'.padEnd(64, '0'),
  path: 'executions/acme/2027-03/spring',
  state: 'SEALED',
  steps: [],
  ...changes,
});
const call = (id: string, state: string, receipt?: { id: string; url?: string }) => ({
  id,
  state,
  ...(receipt && { receipt }),
});

describe('where everything stands, in words', () => {
  const done = one({
    steps: [
      {
        id: 'blog',
        state: 'DONE',
        operations: [
          call('draft', 'DONE', { id: '7' }),
          call('publish', 'DONE', { id: '7', url: 'https://acme.example/a' }),
        ],
      },
      { id: 'email', state: 'DONE', operations: [call('send', 'DONE', { id: 'c-9' })] },
    ],
    verification: [{ step: 'blog', verdict: 'as-approved', words: 'as approved' }],
  });
  const waiting = one({
    path: 'executions/acme/2027-03/later',
    state: 'WAITING',
    reason: 'it is planned for 2027-03-02 09:00 Europe/Berlin',
    until: '2027-03-02T08:00:00.000Z',
  });
  const asks = one({
    path: 'executions/acme/2027-03/doubt',
    state: 'NEEDS-HUMAN',
    reason:
      'Did email/send happen between 2027-03-02T08:00:00.000Z and 2027-03-02T08:00:02.000Z? Request POST /v3/marketing/singlesends/1/schedule',
    steps: [{ id: 'email', state: 'UNKNOWN', operations: [] }],
    findings: [
      {
        code: 'journal/doubt',
        severity: 'block',
        message: 'In doubt.',
        hint: 'Look at the platform and say what you saw.',
      },
    ],
  });

  it('puts what needs a person first and names times with their zone', () => {
    const text = renderRun({ executions: [done, waiting, asks], findings: [] }, 'live');
    expect(text).toBe(`3 executions: 1 needs a person; 1 waiting; 1 done

executions/acme/2027-03/doubt
  needs a person (NEEDS-HUMAN)
  question: Did email/send happen between Tue 2 Mar 2027, 08:00 UTC and Tue 2
    Mar 2027, 08:00:02 UTC? Request POST /v3/marketing/singlesends/1/schedule
  email  in doubt
  -> Look at the platform and say what you saw. (journal/doubt)

executions/acme/2027-03/later
  waiting (WAITING)
  because: it is planned for 2027-03-02 09:00 Europe/Berlin
  next look: Tue 2 Mar 2027, 08:00 UTC

executions/acme/2027-03/spring
  done (SEALED)
  blog   done  https://acme.example/a
  email  done  (id c-9)
  blog   read back: as approved
`);
    expect(text.split('\n').every((line) => columnsOf(line) <= 80)).toBe(true);
  });

  it('says of a sandbox that nobody is reached', () => {
    expect(renderRun({ executions: [done], findings: [] }, 'sandbox:1')).toMatch(
      /^1 execution: 1 done \(sandbox: no real audience\)\n/,
    );
    expect(renderRun({ executions: [], findings: [] }, 'live')).toBe('Nothing is planned on the default branch.\n');
  });

  it('shows what a message hides', () => {
    const finding = { code: 'x/y', severity: 'block' as const, message: '\u001B[2Jgone', hint: 'a\u202Eb' };
    expect(renderRun({ executions: [], findings: [finding] }, 'live')).toContain('<U+001B>[2Jgone\n  -> a<U+202E>b');
  });

  it('groups a log by days', () => {
    const entry = { kind: 'INTENT', by: 'r', summary: 'about to do blog/publish' };
    const entries = [
      { ...entry, sequence: 1, at: '2027-03-02T23:59:59.000Z' },
      {
        ...entry,
        sequence: 2,
        kind: 'DONE',
        at: '2027-03-03T00:00:01.000Z',
        summary: `done: ${'word '.repeat(20)}until 2027-03-03T08:00:00Z`,
      },
    ];
    expect(renderLog('3fa94c'.padEnd(64, '0'), entries)).toBe(`Execution 3fa94c000000: 2 entries, times in UTC

Tue 2 Mar 2027
  23:59:59  INTENT          about to do blog/publish

Wed 3 Mar 2027
  00:00:01  DONE            done: word word word word word word word word word
                            word word word word word word word word word word
                            word until Wed 3 Mar 2027, 08:00 UTC
`);
  });

  it('says what is frozen, by whom, why, and how it ends', () => {
    const one = { scope: 'brand:acme', by: 'dana@acme.example', reason: 'crisis\u202E' };
    expect(renderFreeze([{ ...one, scope: 'all', reason: 'prices' }, one]))
      .toBe(`FROZEN: all, by dana@acme.example: prices
  Nothing starts until \`mergecast unfreeze\`.

FROZEN: brand:acme, by dana@acme.example: crisis<U+202E>
  Nothing of it starts until \`mergecast unfreeze --scope brand:acme\`.

`);
    expect(renderFreeze([])).toBe('');
  });

  it('shows what the months hold', () => {
    const budget = [
      { brand: 'acme', month: '2027-03', reserved: [{ minor: 1_250_000, currency: 'EUR' }] },
      { brand: 'other', month: '2027-04', reserved: [] },
    ];
    expect(renderBudget(budget)).toBe(
      '\nReserved or spent, by brand and month\n  acme  March 2027      12,500.00 EUR\n',
    );
    expect(renderBudget([])).toBe('');
  });
});
