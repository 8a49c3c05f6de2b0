import { everydayGit, type EverydayGit } from './everyday-git.ts';

/** Whoever runs the command, as their git configuration says; empty where it says nothing. */
export interface GitUser {
  readonly name: string;
  readonly email: string;
  /** Git is set up to sign with an SSH key. */
  readonly signs: boolean;
}

/** Reads who works in a folder. A name or an e-mail that git guessed from the computer's name is none. */
export async function readUser(directory: string): Promise<GitUser> {
  const git = everydayGit(directory);
  const said = await git(['-c', 'user.useConfigOnly=true', 'var', 'GIT_COMMITTER_IDENT']);
  const match = /^(.+) <([^<>]+)> \d+ [+-]\d{4}\s*$/.exec(said.stdout);
  const signs =
    (await config(git, 'gpg.format')) === 'ssh' &&
    ((await config(git, 'user.signingkey')) !== '' || (await config(git, 'commit.gpgsign')) === 'true');
  return { name: match?.[1] ?? '', email: match?.[2] ?? '', signs };
}

/** Public key that the user signs with, as a line for allowed signers; null where it is none or cannot be read here. */
export async function readSigningKey(
  directory: string,
  readText: (path: string) => Promise<string | null>,
): Promise<string | null> {
  const git = everydayGit(directory);
  if ((await config(git, 'gpg.format')) !== 'ssh') return null;
  const key = await config(git, 'user.signingkey');
  const inline = key.replace(/^key::/, '');
  if (/^(ssh|ecdsa|sk)-\S+ \S+/.test(inline)) return inline;
  if (key === '') return null;
  const said = await git(['config', '--type=path', '--get', 'user.signingkey']);
  const path = said.stdout.trim().replace(/\.pub$/, '');
  const text = (await readText(`${path}.pub`))?.trim() ?? '';
  return /^(ssh|ecdsa|sk)-\S+ \S+/.test(text) ? text : null;
}

async function config(git: EverydayGit, name: string): Promise<string> {
  return (await git(['config', '--get', name])).stdout.trim();
}
