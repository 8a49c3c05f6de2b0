import { verifyEd25519 } from '../../adapters/keys/ed25519.ts';
import { readJournalKey } from '../../adapters/keys/journal-keys.ts';
import type { JournalStore } from '../../core/journal-port.ts';
import { refNames } from '../../journal/names.ts';
import { verifyChain } from '../../journal/verify-chain.ts';

/** A key to verify one world by. */
export interface TrustedKey {
  readonly publicKey: string;
  /** Whoever asked brought it along: this machine remembers nothing of that journal. */
  readonly isGiven: boolean;
}

/**
 * The key to verify by comes from this machine or from whoever asks, never from the repository that is in question. One
 * that is given is the live journal's. The sandbox has another one, so it is used there only if that journal was begun
 * with it: what one key cannot verify is not broken by that.
 */
export async function trustedKey(
  { store, repositoryId }: { readonly store: JournalStore; readonly repositoryId: string },
  world: 'live' | 'sandbox',
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<TrustedKey | null> {
  if (given !== undefined && (world === 'live' || (await isBegunWith(store, repositoryId, given))))
    return { publicKey: given, isGiven: true };
  const own = await readJournalKey(repositoryId, world, env);
  return own === null ? null : { publicKey: own.publicKey, isGiven: false };
}

/** Whether the first entry of the sandbox's journal is signed with the key. */
async function isBegunWith(store: JournalStore, repository: string, publicKey: string): Promise<boolean> {
  const { control } = refNames('sandbox:');
  const tip = (await store.tips(control)).get(control);
  const [first] = (tip === undefined ? null : await store.chain(tip)) ?? [];
  if (first === undefined) return false;
  const binding = { repository, world: 'sandbox:', ref: control, execution: '', publicKey, verify: verifyEd25519 };
  return verifyChain([first], binding).ok;
}
