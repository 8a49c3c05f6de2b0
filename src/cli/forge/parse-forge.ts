import type { ForgeAddress, ForgeKind } from '../../core/forge.ts';

/**
 * `github:acme/marketing`, `gitea:https://git.acme.example/acme/marketing`, or the address of a repository on
 * GitHub.com in a browser. Null for anything else: a guessed host would get the token.
 */
export function parseForge(text: string): ForgeAddress | null {
  const [, word, rest = ''] = /^(?:(github|gitea|forgejo):)?(.+)$/.exec(text.trim()) ?? [];
  const kind = kindOf(word);
  const short = /^([\w.-]+)\/([\w.-]+)$/.exec(rest);
  if (short === null) return parseUrl(kind, rest);
  return kind === 'github' ? addressOf('github', new URL('https://github.com'), short[1], short[2]) : null;
}

function kindOf(word: string | undefined): ForgeKind | null {
  if (word === undefined) return null;
  return word === 'github' ? 'github' : 'gitea';
}

function parseUrl(kind: ForgeKind | null, text: string): ForgeAddress | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const place = /^(.*)\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(url.pathname);
  const known = kind ?? (isGithubHost(url.hostname) ? 'github' : null);
  if (place === null || known === null || !isPrivateWay(url)) return null;
  return addressOf(known, new URL(place[1] || '/', url), place[2], place[3]);
}

/** Web address of a forge and a repository on it -> where its API is. */
function addressOf(kind: ForgeKind, web: URL, owner = '', name = ''): ForgeAddress {
  const root = web.href.replace(/\/+$/, '');
  if (kind === 'gitea') return { kind, api: `${root}/api/v1`, owner, name };
  const api = isGithubHost(web.hostname) ? `https://api.${web.hostname}` : `${root}/api/v3`;
  return { kind, api, owner, name };
}

function isGithubHost(host: string): boolean {
  return host === 'github.com' || host.endsWith('.ghe.com');
}

/** http only to this machine: a token must not travel in the open. */
function isPrivateWay(url: URL): boolean {
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return url.username === '' && url.password === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere)); // prettier-ignore
}
