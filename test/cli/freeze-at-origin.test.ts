import { afterEach, describe, expect, it } from 'vitest';
import { BrandRepository } from '../support/brand-repository.ts';
import { sandboxFixture } from '../support/sandbox-fixture.ts';

describe('the kill switch of a sandbox that several people share', { timeout: 60_000 }, () => {
  let repository: BrandRepository;
  afterEach(() => repository.remove());

  it('stops the runs that keep their journal at origin, also before the first of them', async () => {
    repository = await BrandRepository.make({ origin: true });
    const sandbox = await sandboxFixture();
    const world = ['--sandbox', sandbox.url, '--push'];
    await repository.succeed('freeze', '--reason', 'crisis', ...world);
    const { path } = await repository.approved('blog', 'News');
    const held = await repository.run(['run', ...world, '--once', '--format', 'json']);
    expect(held.json<{ executions: unknown[] }>().executions).toMatchObject([{ path, reason: expect.stringContaining('frozen') }]); // prettier-ignore
    expect(await sandbox.effects()).toEqual([]);
    await repository.succeed('unfreeze', ...world);
    expect(await repository.succeed('run', ...world)).toMatchObject({ executions: [{ state: 'SEALED' }] });
  });

  it('refuses a scope that does not exist: a typo would freeze nothing', async () => {
    repository = await BrandRepository.make();
    const sandbox = await sandboxFixture();
    const words = ['freeze', '--scope', 'brand:acm', '--sandbox', sandbox.url, '--format', 'json'];
    const { code, stdout } = await repository.run(words);
    expect(code).toBe(1);
    expect(stdout).toContain('execution/unknown-scope');
    expect(stdout).toContain('Did you mean brand:acme?');
  });
});
