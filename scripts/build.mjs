#!/usr/bin/env node
/**
 * Bundles the command line into dist/: one small entry, one chunk per command, connector and model. Unbundled,
 * its imports alone would cost more than a whole check of one execution. The folder is swapped in one go, so
 * that whoever runs the old bundle meanwhile, such as a test, never finds half of the new one.
 */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sourceStamp } from './source-stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const stamp = await sourceStamp(root);
const fresh = join(root, 'node_modules', '.cache', `mergecast-build-${process.pid}`);

try {
  await bundle();
} catch {
  // esbuild has already said what is wrong, and where.
  process.exit(1);
}
await chmod(join(fresh, 'mergecast.js'), 0o755);
await writeFile(join(fresh, 'stamp'), stamp);
await swap();

async function bundle() {
  await mkdir(fresh, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { mergecast: 'src/cli/main.ts' },
    outdir: fresh,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    define: { MERGECAST_VERSION: JSON.stringify(version) },
    // CommonJS dependencies call require, which ES modules do not have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

/** Puts the new folder in place; where another build was quicker, its result is replaced like an old one. */
async function swap() {
  const dist = join(root, 'dist');
  for (let attempt = 0; ; attempt += 1) {
    await rename(dist, `${fresh}-old-${attempt}`).catch(() => undefined);
    const moved = await rename(fresh, dist).then(
      () => true,
      (error) => {
        if (attempt >= 10) throw error;
        return false;
      },
    );
    await rm(`${fresh}-old-${attempt}`, { recursive: true, force: true });
    if (moved) return;
  }
}
