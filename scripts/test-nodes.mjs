#!/usr/bin/env node
/** Runs the fast tests on the other supported versions of Node.js, which the npm package `node` brings. */
import { fileURLToPath } from 'node:url';
import { $ } from 'zx';

const test = fileURLToPath(new URL('test.mjs', import.meta.url));
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24'];
let failed = false;
for (const version of versions) {
  process.stdout.write(`Node ${version}\n`);
  const { exitCode } = await $({ stdio: 'inherit', nothrow: true })`npx --yes node@${version} ${test}`;
  failed ||= exitCode !== 0;
}
process.exitCode = failed ? 1 : 0;
