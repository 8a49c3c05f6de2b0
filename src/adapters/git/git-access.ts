import type { GitCredential } from './fetch-refs.ts';

/** How git proves who it is at a forge that only some may write to: by a key of ssh, or by a token. */
export type GitAccess =
  | ({ readonly is: 'token' } & GitCredential)
  | {
      readonly is: 'ssh';
      /** Such as `https://github.com`: what origin has as its address, of which ssh takes the place. */
      readonly origin: string;
      readonly keyFile: string;
      /** Host keys that are trusted; no other host is ever connected to. */
      readonly knownHostsFile: string;
    };

let access: Readonly<Record<string, string>> = {};

/** From now on git of this process reaches the network with this, and nothing of it is written into any repository. */
export function useGitAccess(given: GitAccess | null): void {
  access = given === null ? {} : given.is === 'token' ? tokenEnvironment(given) : sshEnvironment(given);
}

/** Variables for a git that goes to the network. */
export function gitAccessEnvironment(): Readonly<Record<string, string>> {
  return access;
}

/** A token in a header, for one origin. The empty value first takes away what a checkout may have left behind. */
export function tokenEnvironment({ origin, token }: GitCredential): Record<string, string> {
  const key = `http.${origin}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return configuration([key, ''], [key, `Authorization: Basic ${basic}`]);
}

function sshEnvironment({ origin, keyFile, knownHostsFile }: GitAccess & { is: 'ssh' }): Record<string, string> {
  const quoted = (file: string): string => `'${file.replaceAll("'", String.raw`'\''`)}'`;
  const options = ['BatchMode=yes', 'IdentitiesOnly=yes', 'StrictHostKeyChecking=yes', `UserKnownHostsFile=${quoted(knownHostsFile)}`, 'GlobalKnownHostsFile=/dev/null']; // prettier-ignore
  return {
    GIT_SSH_COMMAND: `ssh -F /dev/null -i ${quoted(keyFile)} ${options.map((option) => `-o ${option}`).join(' ')}`,
    ...configuration([`url.ssh://git@${new URL(origin).hostname}/.insteadOf`, `${origin}/`]),
  };
}

function configuration(...entries: readonly (readonly [string, string])[]): Record<string, string> {
  const pairs = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(pairs) };
}
