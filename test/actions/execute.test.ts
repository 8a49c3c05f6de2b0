import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxFixture, type SandboxFixture } from '../support/sandbox-fixture.ts';
import { PullScene } from './pull-scene.ts';

const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----';

describe('the bundled executor', () => {
  let scene: PullScene;
  let sandbox: SandboxFixture;
  beforeAll(async () => {
    scene = await PullScene.make('spring');
  });
  beforeEach(async () => {
    sandbox = await sandboxFixture();
  });
  afterAll(() => scene.remove());

  /** A stand-in for ssh that leads to the origin on this machine, and notes how it was called. */
  function standIn(): { path: string; told: () => { args: string; key: string; hosts: string }[] } {
    const folder = join(scene.repository.root, 'bin');
    mkdirSync(folder, { recursive: true });
    const notes = join(folder, 'notes');
    const lines = [
      '#!/usr/bin/env node',
      `const { appendFileSync, readFileSync } = require('node:fs');`,
      `const args = process.argv.slice(2);`,
      `const hosts = args.find((one) => one.startsWith('UserKnownHostsFile=')).slice(19).replaceAll("'", '');`,
      `appendFileSync(${JSON.stringify(notes)}, JSON.stringify({ args: args.join(' '), key: readFileSync(args[args.indexOf('-i') + 1], 'utf8'), hosts: readFileSync(hosts, 'utf8') }) + '\\n');`,
      `const command = args.at(-1).replace('/acme/marketing.git', ${JSON.stringify(scene.repository.origin)});`,
      `process.exit(require('node:child_process').spawnSync('sh', ['-c', command], { stdio: 'inherit' }).status);`,
    ];
    writeFileSync(join(folder, 'ssh'), `${lines.join('\n')}\n`);
    chmodSync(join(folder, 'ssh'), 0o755);
    const read = (): string[] => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []);
    return { path: `${folder}:${process.env['PATH']}`, told: () => read().map((line) => JSON.parse(line)) };
  }

  it('reaches the journal with the deploy key by ssh, and leaves none of it behind', async () => {
    const ssh = standIn();
    const run = await scene.run('execute', {
      inputs: { sandbox: sandbox.url, once: 'true' },
      origin: `${scene.forge.url}/acme/marketing.git`,
      env: { PATH: ssh.path, MERGECAST_DEPLOY_KEY: key.replaceAll('\n', '\r\n'), MERGECAST_KNOWN_HOSTS: '127.0.0.1 ssh-ed25519 AAAA' }, // prettier-ignore
    });
    expect(run).toMatchObject({ code: 0 });
    expect(run.outputs.get('verdict')).toBe('fine');
    const [first] = ssh.told();
    expect(first?.key).toBe(`${key}\n`);
    expect(first?.hosts).toBe('127.0.0.1 ssh-ed25519 AAAA\n');
    expect(first?.args).toContain('StrictHostKeyChecking=yes');
    expect(first?.args).not.toContain('c2VjcmV0');
    const file = /-i (\S+)/.exec(first?.args ?? '')?.[1] ?? '';
    expect(file).not.toBe('');
    expect(existsSync(file)).toBe(false);
    expect(run.log).not.toContain('c2VjcmV0');
  });

  it('offers the key to no server whose own key it does not know', async () => {
    const ssh = standIn();
    const before = ssh.told().length;
    const run = await scene.run('execute', {
      inputs: { sandbox: sandbox.url },
      env: { PATH: ssh.path, MERGECAST_DEPLOY_KEY: key },
    });
    expect(run).toMatchObject({ code: 1 });
    expect(run.log).toContain('git/unknown-host-key');
    expect(ssh.told()).toHaveLength(before);
  });

  it('takes a wrong part for a mistake, and a sandbox on this machine only', async () => {
    expect((await scene.run('execute', { inputs: { shard: '3/2' } })).log).toContain('command/bad-value');
    const far = await scene.run('execute', { inputs: { sandbox: 'https://sandbox.example' } });
    expect(far).toMatchObject({ code: 1 });
    expect(far.log).toContain('sandbox/not-loopback');
  });

  it('executes nothing live without the key of the journal', async () => {
    const run = await scene.run('execute');
    expect(run).toMatchObject({ code: 1 });
    expect(run.log).toContain('journal/no-key');
    expect(run.outputs.get('verdict')).toBe('needs-attention');
  });

  it('knows the default branch by the checkout, as runners leave it', async () => {
    const run = await scene.run('execute', {
      inputs: { sandbox: sandbox.url, once: 'true' },
      prepare: (workspace) => {
        const git = (...words: string[]): unknown => execFileSync('git', ['-C', workspace, ...words]);
        scene.repository.git('push', '-q', 'origin', 'main:refs/heads/trunk');
        git('fetch', '-q', 'origin', 'trunk:refs/remotes/origin/trunk');
        git('checkout', '-q', '-B', 'trunk', 'refs/remotes/origin/trunk');
        scene.repository.git('--git-dir', scene.repository.origin, 'symbolic-ref', 'HEAD', 'refs/heads/trunk');
        scene.repository.git('push', '-q', 'origin', '--delete', 'main');
        for (const name of ['origin/HEAD', 'origin/main'])
          git('update-ref', '--no-deref', '-d', `refs/remotes/${name}`);
        git('branch', '-q', '-D', 'main');
      },
    });
    expect(run).toMatchObject({ code: 0 });
  });
});
