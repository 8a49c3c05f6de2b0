import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitFixture } from '../support/git-fixture.ts';

const setup = join(import.meta.dirname, '../../actions/setup/dist');

describe('the bundled setup', () => {
  let fixture: GitFixture;
  beforeAll(() => {
    fixture = new GitFixture();
  });
  afterAll(() => fixture.remove());

  function run(folder: string): { status: number | null; stdout: string; path: string } {
    const file = join(fixture.root, 'path');
    writeFileSync(file, '');
    const env = { PATH: process.env['PATH'], HOME: fixture.root, GITHUB_PATH: file };
    const { status, stdout } = spawnSync(process.execPath, [join(folder, 'index.cjs')], { encoding: 'utf8', env });
    return { status, stdout, path: readFileSync(file, 'utf8').trim() };
  }

  it('puts the command on the PATH, and it works there', () => {
    const { status, path } = run(setup);
    expect(status).toBe(0);
    const env = { ...process.env, PATH: `${path}:${process.env['PATH']}` };
    const told = spawnSync('mergecast', ['score', '--batch', '--format', 'json'], { encoding: 'utf8', env, input: '{"id":"a","kind":"email","text":"Three new bikes are here."}\n' }); // prettier-ignore
    expect(told.stdout).toMatch(/^\{"id":"a"/);
    expect(spawnSync('mergecast', ['--version'], { encoding: 'utf8', env }).stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('refuses a command that is not the one it was built with', () => {
    const copy = join(fixture.root, 'copy');
    cpSync(setup, copy, { recursive: true });
    const file = join(copy, 'mergecast.cjs');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    expect(run(copy)).toMatchObject({ status: 1, path: '' });
  });
});
