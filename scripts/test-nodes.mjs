#!/usr/bin/env node
/** Runs the tests on the other supported versions of Node.js, which the npm package `node` brings. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const test = fileURLToPath(new URL('test.mjs', import.meta.url));
let failed = false;
for (const version of process.argv.length > 2 ? process.argv.slice(2) : ['22', '24']) {
  process.stdout.write(`Node ${version}\n`);
  const { status } = spawnSync('npx', ['--yes', `node@${version}`, test], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
