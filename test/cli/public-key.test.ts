import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFolder } from '../../src/adapters/keys/journal-keys.ts';
import { makePrivateKey, signerFrom } from '../../src/adapters/keys/ed25519.ts';
import { BrandRepository } from '../support/brand-repository.ts';
import { sandboxFixture } from '../support/sandbox-fixture.ts';

interface Audit {
  readonly verdict: string;
  readonly publicKeys: { readonly live?: string; readonly sandbox?: string };
  readonly broken?: readonly { readonly ref: string; readonly code: string }[];
  readonly findings?: readonly { readonly code: string; readonly message: string }[];
}

let repository: BrandRepository;

beforeEach(async () => {
  repository = await BrandRepository.make();
});
afterEach(() => repository.remove());

const audit = async (...words: string[]): Promise<Audit> =>
  (await repository.run(['audit', 'verify', ...words, '--format', 'json'])).json<Audit>();

/** An auditor's machine: it has the repository, and neither keys nor memory. */
function forgetKeys(): void {
  const id = /^repository: *(\S+)/m.exec(repository.read('mergecast.yaml') ?? '')?.[1] ?? '';
  rmSync(keyFolder(id, process.env), { recursive: true });
}

describe('the public key of a journal', { timeout: 60_000 }, () => {
  it('is printed again where the default branch is trusted anew', async () => {
    const { live } = (await audit()).publicKeys;
    expect(live).toMatch(/^MCowBQYDK2VwAyEA/);
    const again = await repository.run(['unfreeze', '--genesis']);
    expect(again.stdout).toContain('is trusted from here on');
    expect(again.stdout).toContain(repository.git('rev-parse', 'main').slice(0, 12));
    expect(again.stdout).toContain(`\n  ${live}\n`);
    expect(again.stdout).not.toContain('journal begins');
    expect(await repository.succeed('unfreeze', '--genesis')).toMatchObject({ kind: 'BASE', publicKey: live });
  });

  it('lets an auditor verify the live journal; of the sandbox it says that it cannot', async () => {
    const sandbox = await sandboxFixture();
    await repository.approved('blog', 'News');
    await repository.succeed('run', '--sandbox', sandbox.url);
    const keys = (await audit()).publicKeys;
    expect(keys.sandbox).not.toBe(keys.live);
    forgetKeys();
    const byLive = await audit('--public-key', keys.live ?? '');
    expect(byLive).toMatchObject({ verdict: 'cannot-verify', publicKeys: { live: keys.live } });
    expect(byLive.findings?.map(({ message }) => message)).toEqual([expect.stringContaining('sandbox')]);
    const bySandbox = await audit('--public-key', keys.sandbox ?? '');
    expect(bySandbox).toMatchObject({ verdict: 'cannot-verify', publicKeys: { sandbox: keys.sandbox } });
    expect(bySandbox.findings?.map(({ message }) => message)).toEqual([expect.stringContaining('live')]);
    const foreign = await audit('--public-key', signerFrom(makePrivateKey()).publicKey);
    expect(foreign).toMatchObject({ verdict: 'broken', broken: [{ code: 'journal/other-key' }] });
  });

  it.each(['KEY', 'MCowBQYDK2VwAyEA', `${'x'.repeat(59)}`])('%s is wrong usage, not a broken journal', async (key) => {
    const done = await repository.run(['audit', 'verify', '--public-key', key]);
    expect(done).toMatchObject({ code: 2, stdout: '' });
    expect(done.stderr).toContain('MCowBQYDK2VwAyEA');
  });
});
