import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Signer } from '../../core/journal-port.ts';
import { makePrivateKey, signerFrom } from './ed25519.ts';

/** Folder of keys and memory for one repository, outside of it: the repository is not its own root of trust. */
export function keyFolder(repository: string, environment: Readonly<Record<string, string | undefined>>): string {
  const config = environment['XDG_CONFIG_HOME'];
  return join(config === undefined || config === '' ? join(homedir(), '.config') : config, 'mergecast', repository);
}

/** The key that signs the journal, or null where there is none. `MERGECAST_JOURNAL_KEY` (PEM) goes first, for the live world. */
export async function readJournalKey(
  repository: string,
  world: 'live' | 'sandbox',
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Signer | null> {
  const given = environment['MERGECAST_JOURNAL_KEY'];
  if (world === 'live' && given !== undefined && given !== '') return signerFrom(given.replaceAll('\\n', '\n'));
  const pem = await readFile(join(keyFolder(repository, environment), `${world}.key`), 'utf8').catch(() => null);
  return pem === null ? null : signerFrom(pem);
}

/** Reads the key, making it on first use. Two runners that start at once end up with the same one. */
export async function ensureJournalKey(
  repository: string,
  world: 'live' | 'sandbox',
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Signer> {
  const known = await readJournalKey(repository, world, environment);
  if (known !== null) return known;
  const file = join(keyFolder(repository, environment), `${world}.key`);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Linked into place whole: a second runner must never read half a key, nor replace the first.
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, makePrivateKey(), { mode: 0o600 });
  await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(temporary, { force: true });
  return signerFrom(await readFile(file, 'utf8'));
}
