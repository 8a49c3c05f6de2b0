#!/usr/bin/env node
/**
 * `node bench/growth.mjs [SIZE ...]`: whether commands become slower as a repository grows older. Real executions are
 * approved, executed and sealed in the sandbox until there are as many as wanted; then one more is executed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ulid } from 'ulid';
import { buildIfStale } from '../scripts/prepare.mjs';
import { median, runOnce } from './measure.mjs';
import { openScene } from './scene.mjs';
import { writeSection } from './write-section.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist', 'mergecast.js');
const batch = 100;

/** Times with so many sealed executions, in milliseconds. */
export async function measureGrowth(sizes, rounds = 3) {
  const scene = await openScene(program);
  const rows = [];
  let sealed = 0;
  try {
    for (const size of sizes) {
      while (sealed < size) sealed += execute(scene, Math.min(batch, size - sealed));
      rows.push({ sealed, ...measure(scene, rounds) });
      process.stderr.write(`${JSON.stringify(rows.at(-1))}\n`);
      sealed += rounds;
    }
  } finally {
    await scene.close();
  }
  return rows;
}

/** Several executions, approved by one merge and executed by one run. Gives how many. */
function execute(scene, count) {
  propose(scene, count);
  const { executions } = JSON.parse(scene.mergecast('run', '--sandbox', scene.url, '--format', 'json'));
  const open = executions.filter(({ state }) => state !== 'SEALED');
  if (open.length > 0) throw new Error(`not sealed: ${JSON.stringify(open[0])}`);
  return count;
}

function propose(scene, count) {
  const branch = `batch-${ulid().toLowerCase()}`;
  scene.git('switch', '--quiet', '--create', branch);
  let newest = '';
  for (let index = 0; index < count; index += 1) newest = write(scene);
  scene.git('add', '--all');
  scene.git('commit', '--quiet', '--message', `Propose ${count}`);
  scene.git('push', '--quiet', 'origin', branch);
  scene.git('switch', '--quiet', 'main');
  scene.mergecast('approve', branch, '--format', 'json');
  scene.git('pull', '--quiet', '--ff-only', 'origin', 'main');
  return newest;
}

function write(scene) {
  const id = ulid();
  const folder = join('executions', 'acme', '2026-11', `note-${id.toLowerCase()}`);
  mkdirSync(join(scene.folder, folder), { recursive: true });
  // A channel of its own: a look-up reads the newest messages of a channel.
  const step = `  note:\n    uses: slack/post-message\n    connection: team-chat\n    with: { channel: C${id.slice(-10)}, content: { text: "Hello ${id}" } }\n`;
  const manifest = `version: 1\nid: ${id}\ngeneration: 1\nbrand: acme\nsummary: Say hello.\nsteps:\n${step}`;
  writeFileSync(join(scene.folder, folder, 'execution.yaml'), manifest);
  return folder;
}

function measure(scene, rounds) {
  const times = { bare: [], one: [], nothing: [], status: [], check: [] };
  const time = (name, words) => times[name].push(timed(scene, words));
  for (let round = 0; round < rounds; round += 1) {
    const folder = propose(scene, 1);
    time('one', [program, 'run', '--sandbox', scene.url]);
    time('nothing', [program, 'run', '--sandbox', scene.url]);
    time('status', [program, 'status', '--sandbox', scene.url]);
    time('check', [program, 'check', folder]);
    time('bare', ['-e', '0']);
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

function timed(scene, words) {
  const { milliseconds, status, stdout, stderr } = runOnce(words, { cwd: scene.folder, env: scene.env });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return milliseconds;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  await buildIfStale();
  const rows = await measureGrowth(sizes.length > 0 ? sizes : [0, 200, 1000]);
  const ms = (row, name) => `${row[name].toFixed(0)} ms`;
  writeSection('As a repository grows older', [
    'Medians of three: one more execution is proposed, approved and executed where so many are sealed already.',
    '',
    '| sealed before | `node -e 0` | `run` of one more | `run` with nothing to do | `status` | `check` of one |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.sealed} | ${['bare', 'one', 'nothing', 'status', 'check'].map((name) => ms(row, name)).join(' | ')} |`,
    ),
  ]);
}
