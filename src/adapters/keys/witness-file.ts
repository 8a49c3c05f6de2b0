import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Witness } from '../../core/journal-port.ts';
import { keyFolder } from './journal-keys.ts';

type Height = Awaited<ReturnType<Witness['seen']>> & object;
type Heights = Readonly<Record<string, Height>>;

/**
 * How far each ref of one store was seen from here, in a small file beside the keys. Another store (a copy of the
 * repository, another origin) has a memory of its own. It only grows: a runner that saw less never makes it forget.
 */
export function witnessFile(
  repository: string,
  world: 'live' | 'sandbox',
  environment: Readonly<Record<string, string | undefined>>,
  store: string,
): Witness {
  const name = createHash('sha256').update(store).digest('hex').slice(0, 16);
  const file = join(keyFolder(repository, environment), `${world}.${name}.memory.json`);
  const read = cachedReader(file);
  let queue: Promise<unknown> = Promise.resolve();
  return {
    known: async (prefix) => Object.keys(await read()).filter((ref) => ref.startsWith(prefix)),
    seen: async (ref) => (await read())[ref] ?? null,
    remember: (ref, at) => {
      const done = queue.then(async () => {
        const heights = await read();
        if ((heights[ref]?.sequence ?? -1) >= at.sequence) return;
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await writeFile(`${file}.${process.pid}`, JSON.stringify({ ...heights, [ref]: at }), { mode: 0o600 });
        await rename(`${file}.${process.pid}`, file);
      });
      queue = done.catch(() => undefined);
      return done;
    },
  };
}

/** Reads the file again only where it was replaced: it is asked once for every ref. */
function cachedReader(file: string): () => Promise<Heights> {
  let cached: { readonly version: string; readonly heights: Heights } = { version: '', heights: {} };
  return async () => {
    const found = await stat(file).catch(() => null);
    if (found === null) return {};
    const version = `${found.ino} ${found.mtimeMs} ${found.size}`;
    if (cached.version !== version)
      cached = { version, heights: JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Heights };
    return cached.heights;
  };
}
