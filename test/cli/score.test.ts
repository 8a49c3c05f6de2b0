import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/adapters/process/read-lines.ts';
import { scoreLine } from '../../src/cli/check/score-line.ts';
import { handle } from '../../src/cli/handlers/score.ts';
import { textKinds } from '../../src/core/scorer.ts';
import { scorers } from '../../src/generated/registry.ts';
import { recordingIo } from '../support/recording-io.ts';

const root = join(import.meta.dirname, '../..');
const text =
  'The cat sat on the mat. It was a warm day. The dog came in to see the cat. They like to play with the red ball. Then it got dark and we all had to go home to bed.';
const measures = ['formality', 'energy', 'humor', 'authority', 'readability', 'clickbait', 'spam', 'quality'];
const loaded = await Promise.all(Object.values(scorers).map((load) => load()));

describe('score FILE', () => {
  it('scores a text of the samples', async () => {
    const io = recordingIo(root);
    const file = 'executions/northwind-bikes/2027-03/spring-is-here/blog.md';
    expect(await handle(file, { kind: 'blog', format: 'json' }, io)).toBe(0);
    const { version, scores } = JSON.parse(io.out()) as { version: number; scores: Record<string, unknown> };
    expect(version).toBe(1);
    expect(Object.keys(scores).toSorted()).toEqual(measures.toSorted());
    expect(scores['readability']).toEqual({ grade: expect.any(Number), ease: expect.any(Number) });
  });

  it('names a file that is missing', async () => {
    const io = recordingIo(root);
    expect(await handle('nowhere.md', { kind: 'blog', format: 'json' }, io)).toBe(1);
    expect(JSON.parse(io.out())).toMatchObject({ findings: [{ code: 'command/not-found' }] });
  });
});

describe('score --batch', () => {
  it.each(textKinds)('takes the kind %s', async (kind) => {
    const answer = await scoreLine(JSON.stringify({ id: 7, kind, text }), 1, loaded);
    expect(answer).toEqual({
      id: 7,
      scores: expect.objectContaining({ readability: { grade: 0, ease: expect.any(Number) } }),
    });
    expect(Object.keys(answer.scores).toSorted()).toEqual(measures.toSorted());
  });

  it.each([
    ['no JSON', 'nope', null],
    ['no object', '[1]', null],
    ['no text', '{"id":"a","kind":"blog"}', 'a'],
    ['an unknown kind', '{"id":"a","kind":"blgo","text":"x"}', 'a'],
    ['too long', null, null],
  ])('says in its place what is wrong with a line: %s', async (_what, line, id) => {
    expect(await scoreLine(line, 3, loaded)).toEqual({
      id,
      scores: expect.objectContaining({ readability: null }),
      findings: [expect.objectContaining({ code: 'score/bad-line', message: expect.stringContaining('Line 3') })],
    });
  });

  it('answers each line in order while more are to come', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'test/support/run-command.ts'), 'score', '--batch'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] }); // prettier-ignore
    const answers = readLines(100_000, child.stdout);
    const next = async () => (JSON.parse((await answers.next()).value ?? '') as { id: unknown }).id;
    for (const id of ['ä', 2, { any: 'id' }]) {
      // Nothing more is written until the answer has come: a program that waits for the end would hang here.
      child.stdin.write(`${JSON.stringify({ id, kind: 'text', text })}\n\n`);
      expect(await next()).toEqual(id);
    }
    child.stdin.end('{"id":4,"text":"without a line end"}');
    expect(await next()).toBe(4);
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});

describe('readLines', () => {
  const read = async (chunks: readonly Buffer[], maximum = 10) => {
    const lines: (string | null)[] = [];
    for await (const line of readLines(maximum, Readable.from(chunks))) lines.push(line);
    return lines;
  };
  it('joins what chunks cut, even inside a character', async () => {
    const bytes = Buffer.from('äöü\nb\n\nc');
    expect(await read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(['äöü', 'b', '', 'c']);
  });

  it('passes over a line that is too long without keeping it', async () => {
    expect(await read([Buffer.from('123456'), Buffer.from('789012\nshort\n')])).toEqual([null, 'short']);
  });
});
