import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A real temporary git repository, with a bare origin if wanted. `become` changes who the user is, as their own git
 * configuration would say; nothing of the machine's configuration takes part.
 */
export class GitFixture {
  readonly root = mkdtempSync(join(tmpdir(), 'mergecast-git-'));
  readonly folder = join(this.root, 'work');
  readonly origin = join(this.root, 'origin.git');
  private readonly before = new Map<string, string | undefined>();

  constructor(options: { origin?: boolean } = {}) {
    mkdirSync(this.folder);
    this.set('HOME', this.root);
    this.set('XDG_CONFIG_HOME', join(this.root, 'config'));
    this.set('GIT_CONFIG_GLOBAL', join(this.root, 'gitconfig'));
    this.set('GIT_CONFIG_NOSYSTEM', '1');
    writeFileSync(join(this.root, 'gitconfig'), '');
    this.become('dana');
    this.git('init', '-q', '-b', 'main');
    if (options.origin !== true) return;
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', this.origin]);
    this.git('remote', 'add', 'origin', this.origin);
  }

  /** Runs git as the current user; throws with its words where it fails. */
  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  /** Makes the user somebody else: their name and e-mail, and an SSH key to sign with if one is named. */
  become(name: string, key?: string): void {
    const lines = [`[user]`, `name = ${name}`, `email = ${name}@acme.example`];
    if (key !== undefined) lines.push(`signingkey = ${this.keyFile(key)}`, '[gpg]', 'format = ssh');
    writeFileSync(join(this.root, 'gitconfig'), `${lines.join('\n')}\n`);
  }

  /** Public key of a new SSH key. */
  makeKey(name: string): string {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', this.keyFile(name)]);
    return readFileSync(`${this.keyFile(name)}.pub`, 'utf8').trim();
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string | null {
    const file = join(this.folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** Commits everything there is; gives the commit. */
  commit(message = 'Change', files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.git('add', '-A');
    this.git('commit', '-q', '--no-gpg-sign', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  remove(): void {
    for (const [name, value] of this.before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(this.root, { recursive: true, force: true });
  }

  private keyFile(name: string): string {
    return join(this.root, `key-${name}`);
  }

  private set(name: string, value: string): void {
    if (!this.before.has(name)) this.before.set(name, process.env[name]);
    process.env[name] = value;
  }
}
