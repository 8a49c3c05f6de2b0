#!/usr/bin/env node
/** `npm run bench`: measures what users wait for, against bare Node.js in the same series, and writes the figures into docs/benchmarks.md. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../scripts/prepare.mjs';
import { compare, peakMemory } from './measure.mjs';
import { countPushes } from './pushes.mjs';
import { writeSection } from './write-section.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist', 'mergecast.js');
const one = join(root, 'executions/northwind-bikes/2027-03/spring-is-here');
await buildIfStale();

const times = compare(
  {
    bare: ['-e', '0'],
    help: [program, '--help'],
    one: [program, 'check', one, '--repo', root, '--format', 'json'],
    all: [program, 'check', '--repo', root, '--format', 'json'],
  },
  Number(process.argv[2] ?? 15),
);
const memory = peakMemory([program, 'check', one, '--repo', root, '--format', 'json']);
const pushes = await countPushes(program);

const ms = (number) => `${number.toFixed(0)} ms`;
const over = (name) => `${ms(times[name])} (bare + ${ms(times[name] - times.bare)})`;
const rows = [
  ['`node -e 0`, for comparison', ms(times.bare), ''],
  ['`mergecast --help`', over('help'), 'bare + 60 ms'],
  ['`mergecast check` of one execution, cold', over('one'), 'bare + 250 ms'],
  ['... its highest memory', `${memory.toFixed(0)} MB`, '120 MB'],
  ['`mergecast check` of this whole repository', ms(times.all), '900 ms'],
  ...pushes.map(({ what, count, limit }) => [`pushes of ${what}`, String(count), String(limit)]),
];
writeSection('What users wait for', [
  'Times are medians of runs in turns with bare Node.js, each a new process. Pushes are counted by a hook of the origin, the',
  'sealing of the log apart; the limit is activations + 3, one more for each prepare that needs a live output, and one more',
  'for the first claim of a month.',
  '',
  '| what | measured | limit |',
  '|---|---|---|',
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
]);
