import type { ForgeAddress, ForgeKind } from '../../core/forge.ts';
import { parseForge } from './parse-forge.ts';

/** Which forge a repository lives on, as its origin tells. */
export type OriginForge =
  | { readonly is: 'known'; readonly address: ForgeAddress }
  /** Some server, and nothing says which kind it is. */
  | { readonly is: 'unknown-kind'; readonly host: string }
  /** No origin, or one in a folder of this machine. */
  | { readonly is: 'none' };

/** Finds the forge by the address of origin, as git has it; `kind` where a person has said it. Pure. */
export function forgeOfOrigin(origin: string | null, kind?: ForgeKind): OriginForge {
  const place = placeOf(origin?.trim() ?? '');
  if (place === null) return { is: 'none' };
  const known = kind ?? kindOfHost(place.host);
  if (known === null) return { is: 'unknown-kind', host: place.host };
  const address = parseForge(`${known}:${place.web}/${place.path}`);
  return address === null ? { is: 'none' } : { is: 'known', address };
}

interface Place {
  readonly host: string;
  /** Where a browser finds the server. Ports of ssh say nothing about that. */
  readonly web: string;
  readonly path: string;
}

function placeOf(origin: string): Place | null {
  // `git@host:path`, as ssh has it. A host has a dot, so that the drive of a path on Windows is none.
  const [, sshHost, sshPath] = /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)\/?(.+)$/.exec(origin) ?? [];
  if (sshHost !== undefined && sshPath !== undefined) return placeBySsh(sshHost, sshPath);
  if (!URL.canParse(origin)) return null;
  const url = new URL(origin);
  if (/^(git\+)?ssh:$/.test(url.protocol)) return placeBySsh(url.hostname, url.pathname);
  if (!/^https?:$/.test(url.protocol)) return null;
  return { host: url.hostname, web: `${url.protocol}//${url.host}`, path: withoutEnding(url.pathname) };
}

/** GitHub also takes ssh at a name of its own, where only the port of https is open. */
function placeBySsh(name: string, path: string): Place {
  const host = name === 'ssh.github.com' ? 'github.com' : name;
  return { host, web: `https://${host}`, path: withoutEnding(path) };
}

function withoutEnding(path: string): string {
  return path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
}

/** By the name of the host alone: nothing is asked over the network before somebody has agreed. */
function kindOfHost(host: string): ForgeKind | null {
  if (host === 'github.com' || host.endsWith('.ghe.com') || /(^|\.)github\./.test(host)) return 'github';
  if (host === 'codeberg.org' || /(^|\.)(gitea|forgejo)\./.test(host)) return 'gitea';
  return null;
}
