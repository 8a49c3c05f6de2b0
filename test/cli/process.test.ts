import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBundle, mergecast, program } from '../support/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'mergecast-process-'));
const env = { ...process.env, TMPDIR: folder, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') };

beforeAll(ensureBundle, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the program as a process', { timeout: 60_000 }, () => {
  it('ends quietly when nobody reads on', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${program}" connectors | true; echo done`], { env });
    let text = '';
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    child.stderr.on('data', (part: Buffer) => (text += part.toString()));
    await new Promise((end) => child.once('close', end));
    expect(text).toBe('done\n');
  });

  it('writes no colours into a pipe, and says in one sentence where it cannot work', () => {
    const { status, stdout, stderr } = mergecast(['check'], { cwd: folder, env });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('git/no-repository');
    // No stack trace, no escape sequence.
    expect(stderr).not.toMatch(/\n\s+at |\u001B/);
  });
});

describe('the demo', { timeout: 180_000 }, () => {
  it('tells the whole loop, ends with what to do next, and leaves nothing behind', () => {
    const { status, stdout, stderr } = mergecast(['demo'], { cwd: folder, env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const words of [
      'No unsubscribe link in the email',
      'Ready for review: 1 approval missing',
      'done (SEALED)',
      'nothing was sent twice',
      'failed and undone (COMPENSATED)',
      'taken back',
      'refused, nothing was sent (REFUSED)',
      'Next:',
    ])
      expect(stdout).toContain(words);
    expect(stdout).not.toContain('this is a bug');
    expect(leftOvers()).toEqual([]);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const child = spawn(process.execPath, [program, 'demo'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise<number | null>((end) => child.once('close', end));
    let text = '';
    await new Promise<void>((seen) =>
      child.stdout.on('data', (part: Buffer) => {
        text += part.toString();
        if (text.includes('mergecast init')) seen();
      }),
    );
    expect(leftOvers()).toHaveLength(1);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(leftOvers()).toEqual([]);
  });

  it('keeps everything only in a folder that is empty', () => {
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { status, stderr } = mergecast(['demo', '--keep', '.'], { cwd: folder, env });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('. is not empty') as string });
    expect(readdirSync(folder)).toContain('mine.txt');
  });
});

/** What the demo makes for itself. */
function leftOvers(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('mergecast-'));
}
