import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A new version may find more: it is taken over on purpose, with whatever has to be changed for it. */
const version = '1.32.0';
const folder = join(import.meta.dirname, '../../node_modules/.cache', `zizmor-${version}`);
const program = join(folder, 'bin', 'zizmor');

/** Why zizmor is not here; null where it is. Fetched from PyPI into a folder of its own the first time. */
export const unavailable = prepare();

function prepare(): string | null {
  if (runs(program, ['--version'])) return null;
  if (!runs('python3', ['--version'])) return 'there is no python3 on this machine';
  mkdirSync(join(folder, '..'), { recursive: true });
  if (!runs('python3', ['-m', 'venv', '--clear', folder])) return 'python3 cannot make an environment (venv)';
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:', '--no-deps', `zizmor==${version}`]; // prettier-ignore
  if (!runs(join(folder, 'bin', 'python'), pip)) return `zizmor ${version} cannot be fetched from PyPI`;
  return runs(program, ['--version']) ? null : 'zizmor does not run on this machine';
}

function runs(command: string, words: readonly string[]): boolean {
  return spawnSync(command, words, { stdio: 'ignore', timeout: 120_000 }).status === 0;
}

/** What zizmor finds in some files, as `audit file`; `pedantic` looks for what is merely unusual, too. */
export function zizmor(files: readonly string[], persona: 'regular' | 'pedantic' | 'auditor'): string[] {
  if (!files.every((file) => existsSync(file))) throw new Error('a file to look at is missing');
  const words = ['--offline', '--no-config', '--no-progress', '--format', 'json-v1', '--persona', persona, ...files];
  const { stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (!stdout.trimStart().startsWith('[')) throw new Error(`zizmor stopped: ${stderr}`);
  const found = JSON.parse(stdout) as { ident: string; ignored: boolean; locations: { symbolic: { key: { Local?: { given_path?: string } } } }[] }[]; // prettier-ignore
  return found.filter(({ ignored }) => !ignored).map(({ ident, locations }) => `${ident} ${locations[0]?.symbolic.key.Local?.given_path ?? ''}`); // prettier-ignore
}
