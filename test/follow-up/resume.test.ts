import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BrandRepository } from '../support/brand-repository.ts';
import { sandboxFixture, type SandboxFixture } from '../support/sandbox-fixture.ts';

interface Run {
  readonly executions: { path: string; state: string; reason?: string; steps: { id: string; state: string }[] }[];
}

let repository: BrandRepository;
let sandbox: SandboxFixture;

afterEach(() => repository.remove());

async function start(): Promise<void> {
  repository = await BrandRepository.make();
  sandbox = await sandboxFixture();
}

async function run(code = 0): Promise<Run['executions']> {
  const done = await repository.run(['run', '--sandbox', sandbox.url, '--format', 'json']);
  expect(done.code, done.stdout + done.stderr).toBe(code);
  return done.json<Run>().executions;
}

const live = async (): Promise<string[]> =>
  (await sandbox.effects())
    .filter(({ effect }) => effect !== 'inert')
    .map(({ operation, undone }) => `${operation}${undone ? ' undone' : ''}`);

async function resume(id: string): Promise<{ path: string; branch: string; steps: { step: string; fate: string }[] }> {
  const made = await repository.succeed<{ path: string; steps: { step: string; fate: string }[] }>(
    'resume', id, '--sandbox', sandbox.url,
  ); // prettier-ignore
  const { branch } = await repository.succeed<{ branch: string }>('propose', made.path);
  return { ...made, branch };
}

async function approve(branch: string): Promise<void> {
  repository.become('ines');
  await repository.succeed('approve', branch);
  repository.become('dana');
}

const refuseMail = () => sandbox.fault({ platform: 'sendgrid', operation: 'schedule', kind: '401', times: 1 });

describe('the remainder of an execution that failed', { timeout: 60_000 }, () => {
  it('is all of it where everything was undone, with new content, and runs once', async () => {
    await start();
    const { id, path } = await repository.approved('blog-and-email', 'Spring is here');
    await refuseMail();
    expect((await run(1))[0]).toMatchObject({ state: 'COMPENSATED' });
    expect(await live()).toEqual(['publish undone']);

    const next = await resume(id);
    expect(next.steps).toMatchObject([
      { step: 'blog', fate: 'undone' },
      { step: 'email', fate: 'refused' },
    ]);
    await approve(next.branch);
    const after = await run();
    expect(after.find((one) => one.path === next.path)).toMatchObject({
      state: 'SEALED',
      steps: [
        { id: 'blog', state: 'DONE' },
        { id: 'email', state: 'DONE' },
      ],
    });
    expect(after.find((one) => one.path === path)).toMatchObject({ state: 'COMPENSATED' });
    expect(await live()).toEqual(['publish undone', 'publish', 'schedule']);
    await run();
    expect(await live()).toHaveLength(3);
    expect(await repository.succeed('audit', 'verify')).toMatchObject({ verdict: 'intact' });
  });

  it('leaves out what is done, and knows its outputs', async () => {
    await start();
    const { id, path } = await repository.succeed<{ path: string; id: string }>(
      'new',
      'blog-and-email',
      '--name',
      'News',
    );
    repository.replace(`${path}/execution.yaml`, 'on-failure: rollback', 'on-failure: stop');
    const { branch } = await repository.succeed<{ branch: string }>('propose', path);
    await approve(branch);
    await refuseMail();
    await run(1);
    expect(await live()).toEqual(['publish']);
    const next = await resume(id);
    const manifest = readFileSync(join(repository.folder, next.path, 'execution.yaml'), 'utf8');
    expect(manifest).not.toContain('wordpress/publish-post');
    await approve(next.branch);
    expect((await run()).find((one) => one.path === next.path)).toMatchObject({
      state: 'SEALED',
      steps: [{ id: 'email' }],
    });
    expect(await live()).toEqual(['publish', 'schedule']);
  });
});
