import { everydayGit } from '../../../adapters/everyday-git/index.ts';
import { webRootOf } from '../../../adapters/forge/link-to.ts';
import { finding } from '../../../core/finding.ts';
import type { ForgeAddress, ForgeKind } from '../../../core/forge.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { forgeOfOrigin } from '../../forge/forge-of-origin.ts';
import { parseForge } from '../../forge/parse-forge.ts';
import type { Io } from '../../io.ts';
import { askUntilRight } from '../ask-brand.ts';

/** The forge that a repository is set up for. */
export interface ForgeChoice {
  readonly kind: ForgeKind;
  /** Null where no origin says which repository it is. */
  readonly address: ForgeAddress | null;
}

/** What was found out, for the words at the end of `init`. */
export interface ForgeAnswer {
  readonly forge: ForgeChoice | null;
  /** A server of which nobody said what it is. */
  readonly unknownHost: string | null;
}

const none: ForgeAnswer = { forge: null, unknownHost: null };

/**
 * Which forge it is: `--forge` (`github`, `gitea`, `forgejo`, or a whole address), else by the address of origin, else a
 * person is asked. Asks no server.
 */
export async function chooseForge(
  folder: string,
  asked: string | undefined,
  ask: Io['ask'],
): Promise<Result<ForgeAnswer>> {
  if (asked === 'none') return success(none);
  const said = await everydayGit(folder)(['config', '--get', 'remote.origin.url']).catch(() => null);
  const origin = said?.code === 0 ? said.stdout.trim() : null;
  if (asked !== undefined && asked !== '') return named(asked, origin);
  const found = forgeOfOrigin(origin);
  if (found.is === 'known') return success(known(found.address));
  if (found.is === 'none') return success(none);
  const answer = ask === undefined ? 'none' : await askUntilRight(ask, `Which forge runs at ${found.host}: github, gitea, forgejo or none?`, 'none', form); // prettier-ignore
  return answer === 'none' ? success({ forge: null, unknownHost: found.host }) : named(answer, origin);
}

const form = { matches: (text: string): boolean => /^(github|gitea|forgejo|none)$/.test(text), words: 'github, gitea, forgejo or none' }; // prettier-ignore

function named(asked: string, origin: string | null): Result<ForgeAnswer> {
  if (!form.matches(asked)) {
    const address = parseForge(asked);
    if (address !== null) return success(known(address));
    return failure([
      finding('command/bad-value', {
        option: '--forge',
        value: asked,
        expected: 'github, gitea, forgejo, none, or an address such as gitea:https://git.acme.example/acme/marketing',
      }),
    ]);
  }
  const kind: ForgeKind = asked === 'github' ? 'github' : 'gitea';
  const found = forgeOfOrigin(origin, kind);
  return success({ forge: { kind, address: found.is === 'known' ? found.address : null }, unknownHost: null });
}

function known(address: ForgeAddress): ForgeAnswer {
  return { forge: { kind: address.kind, address }, unknownHost: null };
}

/** How the policy names a repository on a forge: `github:acme/marketing`. */
export function forgeText(address: ForgeAddress): string {
  const web = webRootOf(address);
  const place = `${address.owner}/${address.name}`;
  return web === 'https://github.com' ? `github:${place}` : `${address.kind}:${web}/${place}`;
}
