import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadedStep } from '../load/types.ts';
import { brandForTest, contentForTest, executionForTest, registryForTest, stepForTest } from './execution-for-test.ts';
import { planExecution } from './plan-execution.ts';

const repository = '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11';
const plan = (steps: readonly LoadedStep[], manifest = {}, brand = brandForTest()) =>
  planExecution(executionForTest(steps, manifest), brand, repository, registryForTest);
const digest = async (...input: Parameters<typeof plan>): Promise<string> => {
  const result = await plan(...input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.digest;
};
const codes = async (...input: Parameters<typeof plan>): Promise<string[]> => {
  const result = await plan(...input);
  return result.ok ? [] : result.error.map(({ code }) => code);
};
const second = (title: string, needs = ['blog']): LoadedStep => stepForTest('mail', { needs, with: { title } });

describe('planExecution: expressions', () => {
  it('keeps outputs as typed placeholders, encoded for where they go', async () => {
    const text = contentForTest(
      'See <${{ steps.blog.url }}> or [this](${{ steps.blog.url }}), no. ${{ steps.blog.number }}: $${{ x }}',
    );
    const result = await plan([stepForTest('blog'), stepForTest('mail', { needs: ['blog'], with: { text } })]);
    expect(result.ok && result.value.effects.steps[1]?.operations[0]?.request.json).toMatchSnapshot();
  });

  it.each([
    ['${{ steps.blog.url }}', ['nothing'], ['plan/missing-need', 'plan/unknown-step']],
    ['${{ steps.blog.link }}', ['blog'], ['plan/unknown-output']],
    ['${{ steps.block.url }}', ['blog'], ['plan/unknown-step']],
    ['${{ github.token }}', ['blog'], ['plan/bad-expression']],
    ['${{ steps.blog.url', ['blog'], ['plan/bad-expression']],
    ['$${{ github.token }}', ['blog'], []],
  ])('%s with needs %j', async (title, needs, expected) =>
    expect(await codes([stepForTest('blog'), second(title, needs)])).toEqual(expected),
  );

  it('names the cycle', async () => {
    const result = await plan([stepForTest('a', { needs: ['b'] }), stepForTest('b', { needs: ['a'] })]);
    expect(!result.ok && result.error[0]?.message).toContain('a -> b -> a');
  });

  it('refuses outputs where no later value can stand', async () => {
    const audience = {
      list: '${{ steps.blog.url }}',
      size: 1,
      tolerance: 10,
      consent: 'x',
      channel: 'email',
      markets: [],
    };
    expect(await codes([stepForTest('blog'), stepForTest('mail', { needs: ['blog'], with: { audience } })])).toEqual([
      'plan/output-not-used',
    ]);
  });

  it('says line and column in a file', async () => {
    const text = contentForTest('Hello\n\nthere ${{ nonsense }}');
    const result = await plan([stepForTest('blog', { with: { text } })]);
    expect(!result.ok && result.error[0]).toMatchObject({ code: 'plan/bad-expression', line: 3, column: 7 });
  });
});

describe('planExecution: order', () => {
  it('puts what cannot be undone last, blind calls after others, else by id', async () => {
    const steps = [
      stepForTest('a', { with: { title: 'Final' } }),
      stepForTest('b', { with: { title: 'Blind' } }),
      stepForTest('d'),
      stepForTest('c', { needs: ['d'] }),
      stepForTest('e', { needs: ['a'] }),
    ];
    const result = await plan(steps);
    expect(result.ok && result.value.effects.steps.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a', 'e']);
  });
});

describe('planExecution: connection', () => {
  const wall = {
    platform: 'paper',
    'base-url': 'https://acme.example',
    secrets: { token: 'T' },
    settings: { wall: 'n' },
  };
  it.each([
    [{ ...wall, platform: 'stone' }, ['plan/other-platform']],
    [{ ...wall, 'base-url': 'http://acme.example' }, ['plan/bad-base-url']],
    [{ ...wall, 'base-url': 'https://acme.example/blog' }, ['plan/bad-base-url']],
    [{ ...wall, 'base-url': 'https://acme.example\\@evil.test' }, ['plan/bad-base-url']],
    [{ ...wall, 'base-url': 'http://127.0.0.1:8080' }, ['plan/bad-base-url']],
    [{ ...wall, 'base-url': 'http://127.0.0.1:8080', test: true }, []],
    [{ ...wall, 'base-url': 'http://acme.example', test: true }, ['plan/bad-base-url']],
    [{ ...wall, settings: {}, secrets: {} }, ['plan/missing-setting', 'plan/missing-secret']],
  ])('%j', async (connection, expected) =>
    expect(await codes([stepForTest('blog')], {}, brandForTest({ connections: { wall: connection } }))).toEqual(
      expected,
    ),
  );

  it('suggests a connection', async () => {
    const result = await plan([stepForTest('blog', { connection: 'wal' })]);
    expect(!result.ok && result.error[0]).toMatchObject({
      code: 'plan/unknown-connection',
      hint: expect.stringContaining('Did you mean "wall"?'),
    });
  });
});

describe('planExecution: schedule', () => {
  it('is one instant', async () => {
    const result = await plan([stepForTest('blog')], {
      schedule: { at: '2027-03-02T09:00', timezone: 'Europe/Berlin' },
    });
    expect(result.ok && result.value.effects.schedule).toEqual({
      at: '2027-03-02T08:00:00Z',
      wall: '2027-03-02T09:00',
      timezone: 'Europe/Berlin',
      tolerance: 'PT2H',
    });
  });
  it.each([
    ['2027-02-30T09:00', 'Europe/Berlin', 'schedule/no-such-time'],
    ['2027-03-02T09:00', 'Europe/Berlyn', 'schedule/unknown-timezone'],
    ['2027-03-02T09:00', 'CET', 'schedule/unknown-timezone'],
    ['2027-03-28T02:30', 'Europe/Berlin', 'schedule/clock-change'],
    ['2027-10-31T02:30', 'Europe/Berlin', 'schedule/clock-change'],
  ])('%s %s: %s', async (at, timezone, code) =>
    expect(await codes([stepForTest('blog')], { schedule: { at, timezone } })).toEqual([code]),
  );
});

describe('the digest', () => {
  it('ignores what is not sent: order of steps, path, summary, campaign', async () => {
    const steps = [stepForTest('blog'), second('Hi')];
    const moved = {
      ...executionForTest(steps.toReversed(), { summary: 'Other words', campaign: 'spring-2027' }),
      folder: 'elsewhere',
      file: 'elsewhere/execution.yaml',
    };
    const other = await planExecution(moved, brandForTest(), repository, registryForTest);
    expect(other.ok && other.value.digest).toBe(await digest(steps));
  });

  it('is the same for a text inline and in a file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter((text) => !text.includes('<')),
        async (text) => {
          const inFile = await codes([stepForTest('a', { with: { text: contentForTest(text) } })]);
          fc.pre(inFile.length === 0);
          const inline = contentForTest(text, 'markdown', 'executions/acme/2027-03/spring/execution.yaml');
          expect(await digest([stepForTest('a', { with: { text: contentForTest(text) } })])).toBe(
            await digest([stepForTest('a', { with: { text: inline } })]),
          );
        },
      ),
    );
  });

  it('changes with one character of the content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z ]{1,40}$/), fc.nat(), async (text, at) => {
        const position = at % text.length;
        const changed = `${text.slice(0, position)}X${text.slice(position + 1)}`;
        const of = (one: string) => digest([stepForTest('a', { with: { text: contentForTest(one, 'plain') } })]);
        expect(await of(changed)).not.toBe(await of(text));
      }),
    );
  });
});
