import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Witness } from '../../core/journal-port.ts';
import { keyFolder } from './journal-keys.ts';

type Heights = Record<string, { commit: string; sequence: number; hash: string }>;

/**
 * How far each ref of one store was seen from here, in a small file beside the keys. Another store (a copy of the
 * repository, another origin) has a memory of its own.
 */
export function witnessFile(
  repository: string,
  world: 'live' | 'sandbox',
  environment: Readonly<Record<string, string | undefined>>,
  store: string,
): Witness {
  const name = createHash('sha256').update(store).digest('hex').slice(0, 16);
  const file = join(keyFolder(repository, environment), `${world}.${name}.memory.json`);
  const read = async (): Promise<Heights> => {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    return JSON.parse(text) as Heights;
  };
  let queue: Promise<unknown> = Promise.resolve();
  return {
    known: async (prefix) => Object.keys(await read()).filter((ref) => ref.startsWith(prefix)),
    seen: async (ref) => (await read())[ref] ?? null,
    remember: (ref, at) => {
      const done = queue.then(async () => {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        const heights = { ...(await read()), [ref]: at };
        await writeFile(`${file}.${process.pid}`, JSON.stringify(heights), { mode: 0o600 });
        await rename(`${file}.${process.pid}`, file);
      });
      queue = done.catch(() => undefined);
      return done;
    },
  };
}
