#!/usr/bin/env node
/** `npm start`: sets up what is missing, then shows the whole loop. Arguments go to the demo (`npm start -- --keep DIR`). */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale, installDependencies, requireTools } from './prepare.mjs';

requireTools();
installDependencies();
await buildIfStale();
const bin = fileURLToPath(new URL('../dist/mergecast.js', import.meta.url));
const demo = spawn(process.execPath, [bin, 'demo', ...process.argv.slice(2)], { stdio: 'inherit' });
// The terminal sends Ctrl-C to the demo too; it cleans up, and we end when it has.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => demo.kill(signal));
demo.on('close', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 2) : 130;
});
