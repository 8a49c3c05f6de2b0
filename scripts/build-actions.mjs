#!/usr/bin/env node
/**
 * Bundles each action into one committed file, actions/<name>/dist/index.cjs: whoever uses an action runs exactly what
 * was reviewed, and nothing is installed first. Equal sources give equal bytes on every machine: no path, time or name
 * of this one gets in. `--check` builds into nowhere and compares instead; with it CI proves that the committed bundles
 * come from the sources beside them.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { escapeLetters } from './escape-letters.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
/**
 * Bundle -> where it begins. The scores are files of their own: their models are large, and only texts need them. The
 * command line comes before the action that sets it up, which knows its hash.
 */
const bundles = {
  'actions/check/dist/scores.cjs': 'scores',
  'actions/check/dist/index.cjs': 'actions/check/main.ts',
  'actions/execute/dist/index.cjs': 'actions/execute/main.ts',
  'actions/setup/dist/scores.cjs': 'scores',
  'actions/setup/dist/octokit.cjs': 'octokit',
  'actions/setup/dist/markdown.cjs': 'markdown',
  'actions/setup/dist/mergecast.cjs': 'src/cli/main.ts',
  'actions/setup/dist/index.cjs': 'actions/setup/main.ts',
};
/** More than this is slow to fetch and to start, and nobody would look at it. */
const mostBytes = 1.5 * 1024 * 1024;

/** Parts that lie in files of their own beside a bundle: what they are made of. */
const parts = {
  scores: scores,
  octokit: () => "module.exports = require('@octokit/rest');",
  markdown: () => "module.exports = require('markdown-it');",
};

/** Scorers are looked up in the file beside the bundle; so is the client of forges where the bundle would be too large. */
const partsApart = (entry) => ({
  name: 'parts-apart',
  setup({ onResolve, onLoad }) {
    if (entry === 'src/cli/main.ts') {
      onResolve({ filter: /^@octokit\/rest$/ }, () => ({ path: './octokit.cjs', external: true }));
      onResolve({ filter: /^markdown-it$/ }, () => ({ path: './markdown.cjs', external: true }));
    }
    onResolve({ filter: /\/scorers\/[a-z-]+\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/^.*\//, ''), namespace: 'scores' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'scores' }, ({ path }) => ({
      contents: `module.exports = require('./scores.cjs')['${path}'];`,
    }));
    onResolve({ filter: /^\.\/scores\.cjs$/, namespace: 'scores' }, ({ path }) => ({ path, external: true }));
  },
});

const isCheck = process.argv.includes('--check');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
let broken = 0;
const hash = createHash('sha256');
for (const [target, entry] of Object.entries(bundles)) {
  if (wanted.length > 0 && !wanted.some((name) => target.startsWith(`actions/${name}/`))) continue;
  const text = await bundle(entry);
  const bytes = Buffer.byteLength(text);
  if (/setup\/dist\/(?:scores|octokit|markdown|mergecast)\.cjs$/.test(target)) hash.update(text);
  if (bytes > mostBytes) complain(`${target} would have ${bytes} bytes; ${mostBytes} are allowed.`);
  else if (isCheck) await compare(target, text);
  else await put(target, text);
}
process.exitCode = broken > 0 ? 1 : 0;

async function bundle(entry) {
  const isPart = Object.hasOwn(parts, entry);
  const { outputFiles } = await build({
    absWorkingDir: root,
    ...(isPart ? { stdin: { contents: await parts[entry](), resolveDir: root } } : { entryPoints: [entry] }),
    plugins: isPart ? [] : [partsApart(entry)],
    outfile: 'index.cjs',
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    minify: true,
    keepNames: false,
    legalComments: 'none',
    define: {
      MERGECAST_VERSION: JSON.stringify(version),
      MERGECAST_COMMAND_SHA256: JSON.stringify(hash.copy().digest('hex')),
      'import.meta.url': 'importMetaUrl',
    },
    banner: { js: "var importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  return escapeLetters(outputFiles[0].text);
}

/** A file that gives each scorer by its name, and reads it when it is asked for. */
async function scores() {
  const names = (await readdir(join(root, 'src/scorers'))).filter((name) => /^[a-z-]+\.ts$/.test(name)).toSorted();
  return names
    .map((name) => `Object.defineProperty(exports,'${name}',{get:()=>require('./src/scorers/${name}')});`)
    .join('\n');
}

async function put(target, text) {
  await mkdir(join(root, target, '..'), { recursive: true });
  await writeFile(join(root, target), text);
  process.stdout.write(`${target}: ${Math.round(Buffer.byteLength(text) / 1024)} KB\n`);
}

async function compare(target, text) {
  const committed = await readFile(join(root, target), 'utf8').catch(() => null);
  if (committed !== text) complain(`${target} is not what its sources give: run npm run build:actions, and commit it.`);
}

function complain(line) {
  process.stderr.write(`${line}\n`);
  broken += 1;
}
