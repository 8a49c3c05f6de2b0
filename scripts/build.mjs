#!/usr/bin/env node
/**
 * Bundles the command line into dist/: one small entry, and one file per command, in which every platform, rule and
 * model waits until it is used. Unbundled, its imports alone would cost more than a whole check of one execution. The
 * folder is swapped in one go, so that whoever runs the old bundle meanwhile, such as a test, never finds half of the
 * new one.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { escapeLetters } from './escape-letters.mjs';
import { sourceStamp } from './source-stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const stamp = await sourceStamp(root);
const fresh = join(root, 'node_modules', '.cache', `mergecast-build-${process.pid}`);
const handlers = 'src/cli/handlers';
/** What is run once while building, so that its bytecode holds what a run needs. Nothing here writes or sends. */
const sample = 'executions/northwind-bikes/2027-03/spring-is-here';
const warmUps = {
  check: ['check', sample, '--format', 'json'],
  plan: ['plan', sample, '--format', 'json'],
  score: ['score', join(sample, 'blog.md'), '--kind', 'blog'],
  connectors: ['connectors'],
};

/** Handlers are not part of the entry: each is a file of its own, loaded when its command runs. */
const filePerCommand = {
  name: 'file-per-command',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/handlers\/[a-z-]+\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/^.*\/|\.ts$/g, ''), namespace: 'command' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'command' }, ({ path }) => ({
      contents: `module.exports = require('./load-cached.js')('commands/${path}.js');`,
    }));
    onResolve({ filter: /^\.\/load-cached\.js$/, namespace: 'command' }, ({ path }) => ({ path, external: true }));
  },
};

try {
  await bundle();
} catch (error) {
  // esbuild has said what is wrong, and where; anything else is a mistake of this script.
  if (!Array.isArray(error.errors)) throw error;
  process.exit(1);
}
await escapeAll();
await writeFile(join(fresh, 'mergecast.js'), "#!/usr/bin/env node\nrequire('./load-cached.js')('main.js');\n", {
  mode: 0o755,
});
await copyFile(join(root, 'scripts', 'load-cached.cjs'), join(fresh, 'load-cached.js'));
// The package is one of ES modules; its bundle is not: those load one by one, and V8 keeps no bytecode of them.
await writeFile(join(fresh, 'package.json'), '{ "type": "commonjs" }\n');
for (const [name, words] of Object.entries(warmUps)) keepBytecode(`commands/${name}.js`, words);
keepBytecode('main.js', ['--help']);
await writeFile(join(fresh, 'stamp'), stamp);
await swap();

async function bundle() {
  const names = (await readdir(join(root, handlers))).filter((name) => !name.endsWith('.test.ts'));
  const commands = names.map((name) => [`commands/${name.replace(/\.ts$/, '')}`, `${handlers}/${name}`]);
  await mkdir(fresh, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/cli/main.ts', ...Object.fromEntries(commands) },
    outdir: fresh,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    define: { MERGECAST_VERSION: JSON.stringify(version), 'import.meta.url': 'importMetaUrl' },
    banner: { js: "var importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
    plugins: [filePerCommand],
    logLevel: 'warning',
  });
}

async function escapeAll() {
  for (const path of await readdir(fresh, { recursive: true })) {
    if (!path.endsWith('.js')) continue;
    await writeFile(join(fresh, path), escapeLetters(await readFile(join(fresh, path), 'utf8')));
  }
}

function keepBytecode(name, words) {
  const env = { ...process.env, MERGECAST_WRITE_BYTECODE: name };
  // Where it does not end well, there is less bytecode, and the command takes longer to start; that is all.
  spawnSync(process.execPath, [join(fresh, 'mergecast.js'), ...words], { cwd: root, env, stdio: 'ignore' });
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
