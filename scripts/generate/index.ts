/** `npm run generate` writes what is generated; with `--check` it only names what is stale, and then exits with 1. */
import { join } from 'node:path';
import { findStale, generateAll, writeStale } from './generate-all.ts';

const root = join(import.meta.dirname, '../..');
const wanted = await generateAll(root);
const isCheck = process.argv.includes('--check');
const stale = isCheck ? await findStale(root, wanted) : await writeStale(root, wanted);
for (const path of stale) process.stdout.write(`${isCheck ? 'stale' : 'wrote'} ${path}\n`);
if (isCheck && stale.length > 0) {
  process.stderr.write('Run `npm run generate` and commit the result.\n');
  process.exitCode = 1;
}
