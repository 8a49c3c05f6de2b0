/** Makes this checkout ready: installs what it needs if that is missing or out of date, and bundles if sources changed. Plain node only. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceStamp } from './source-stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Says one line to whoever waits. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends with plain words where this machine cannot run mergecast at all. */
export function requireTools() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`mergecast needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`);
  if (spawnSync('git', ['--version']).status !== 0)
    stop('mergecast needs git, and there is none on this machine. See https://git-scm.com');
}

/** Installs the pinned dependencies unless they are there already. */
export function installDependencies() {
  if (isInstalled()) return;
  say('Installing what mergecast needs (once; about half a minute) ...');
  // No shell on Windows would find npm.cmd; the npm that started us is known by its path.
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const result = spawnSync(
    command,
    [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: npm === undefined && process.platform === 'win32',
    },
  );
  if (result.status !== 0)
    stop('npm could not install the dependencies; the lines above say why. Without them nothing here runs.');
}

/** Bundles the command line unless dist/ was made from these very sources. */
export async function buildIfStale() {
  const stampFile = join(root, 'dist', 'stamp');
  const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (built === (await sourceStamp(root))) return;
  say('Building mergecast ...');
  const result = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  if (result.status !== 0) stop('The build failed; the lines above name the file.');
}

/** npm writes this file last, so an interrupted installation is not taken for a finished one. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const { packages } = JSON.parse(readFileSync(installed, 'utf8'));
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || packages[path]?.version === version,
  );
}

function stop(line) {
  say(line);
  process.exit(2);
}
