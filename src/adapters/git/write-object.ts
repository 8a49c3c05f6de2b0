import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const compress = promisify(deflate);

/**
 * Writes a loose object in this process: a `git hash-object` per entry would cost more than the push.
 * The file appears complete or not at all.
 */
export async function writeObject(objects: string, type: 'blob' | 'tree' | 'commit', content: Buffer): Promise<string> {
  const framed = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const id = createHash('sha1').update(framed).digest('hex');
  const target = join(objects, id.slice(0, 2), id.slice(2));
  if (await exists(target)) return id;
  await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `tmp_obj_${randomBytes(8).toString('hex')}`);
  await writeFile(temporary, await compress(framed), { mode: 0o444, flush: true });
  await link(temporary, target).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(temporary, { force: true });
  return id;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
