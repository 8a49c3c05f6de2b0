#!/usr/bin/env node
/** `npm test`: sets up what is missing, runs the tests and ends with one line that counts them. Arguments go to vitest. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale, installDependencies, requireTools } from './prepare.mjs';

requireTools();
installDependencies();
await buildIfStale();

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mergecast-test-'));
const file = join(folder, 'summary.json');
const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts', 'test-summary.mjs')}`];
const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...process.argv.slice(2)];
const run = spawn(process.execPath, vitest, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, MERGECAST_TEST_SUMMARY: file },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal));
run.on('close', (code) => {
  process.exitCode = conclude(code ?? 1);
  rmSync(folder, { recursive: true, force: true });
});

/** Prints what was skipped and the counts; without a summary vitest itself broke, which is a failure. */
function conclude(code) {
  const { passed, failed, skipped } = readSummary() ?? { passed: 0, failed: 1, skipped: [] };
  if (skipped.length > 0) process.stdout.write(`SKIPPED:\n${skipped.map((line) => `  ${line}\n`).join('')}`);
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
  return failed > 0 ? 1 : code;
}

function readSummary() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
