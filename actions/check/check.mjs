#!/usr/bin/env node
/**
 * The check of a pull request as a step of a workflow. Inputs come as variables and go on as arguments of a process,
 * never through a shell; the checklist goes into the file that GITHUB_STEP_SUMMARY names. Ends as the check ends.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfStale, installDependencies, requireTools } from '../../scripts/prepare.mjs';

const { MERGECAST_BASE: base, MERGECAST_REPO: repo = '.', GITHUB_STEP_SUMMARY: summary } = process.env;
requireTools();
installDependencies();
await buildIfStale();
const program = fileURLToPath(new URL('../../dist/mergecast.js', import.meta.url));
const words = ['check', '--format', 'markdown', '--repo', repo, ...(base ? ['--base', base] : [])];
const { status, stdout } = spawnSync(process.execPath, [program, ...words], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 64 * 1024 * 1024,
});
process.stdout.write(stdout);
if (summary) appendFileSync(summary, stdout);
// A check that did not end is no pass.
process.exitCode = status ?? 2;
