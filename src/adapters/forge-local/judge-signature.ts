import type { Commit, Repository } from '../../core/ports.ts';

export const allowedSignersPath = '.mergecast/allowed_signers';

/** How far the giver of an approval is proven. */
export type Proof =
  | { readonly trust: 'signed'; readonly principal: string }
  | { readonly trust: 'on-trust' }
  | {
      readonly trust: 'unknown-key' | 'bad-signature';
      readonly why: string;
      /** What to do, where approving with another key is not the answer. */
      readonly remedy?: string;
    };

/**
 * Checks an approval merge's signature. The key must be listed before the merge (its first parent), so that a branch
 * cannot bring its own key, and still be listed at the tip: a key that was removed proves nothing any more. It must be
 * listed at every one of `trusted` too, such as the commit that the journal trusts.
 */
export async function judgeSignature(
  repository: Repository,
  merge: Commit,
  tip: string,
  trusted: readonly string[],
): Promise<Proof> {
  const before = await signersAt(repository, merge.parents[0] ?? merge.id);
  const verdict = await repository.verifySignature(merge.id, before);
  if (verdict.is === 'none') return { trust: 'on-trust' };
  if (verdict.is !== 'good') {
    if (verdict.is === 'bad') return { trust: 'bad-signature', why: verdict.why };
    return { trust: 'unknown-key', why: await whyUnknown(repository, merge, verdict.why) };
  }
  for (const commit of new Set([tip, ...trusted])) {
    const listed = await signersAt(repository, commit);
    if (listed === before) continue;
    const again = await repository.verifySignature(merge.id, listed);
    const principal = again.is === 'good' ? again.principal : null;
    if (principal === verdict.principal) continue;
    return {
      trust: 'unknown-key',
      ...(commit === tip ? since(principal, verdict.principal) : until(commit, principal)),
    };
  }
  return { trust: 'signed', principal: verdict.principal };
}

/** The key was listed, and is not any more. */
function since(now: string | null, before: string): { why: string } {
  if (now === null) return { why: `the key is not listed in ${allowedSignersPath} any more` };
  return { why: `the key belongs to ${now} now, not to ${before}` };
}

/** The tip lists it. Whoever can push could have added it, so it counts once the executing side has looked at it. */
function until(trusted: string, owner: string | null): { why: string; remedy: string } {
  const commit = `${trusted.slice(0, 12)}, the commit whose keys the journal trusts`;
  const before = owner === null ? 'was added' : `was given from ${owner} to somebody else`;
  return {
    why: `the key is listed in ${allowedSignersPath}, but ${before} after ${commit}`,
    remedy:
      'If the owners wanted that change, run `mergecast unfreeze --genesis` on the machine that executes: it then trusts the default branch as it is now.',
  };
}

async function whyUnknown(repository: Repository, merge: Commit, why: string): Promise<string> {
  const after = await repository.verifySignature(merge.id, await signersAt(repository, merge.id));
  return after.is === 'good' ? `the key is listed only by the branch that was merged with it` : why;
}

/** Text of the allowed signers in a commit; empty where it has none. */
export async function signersAt(repository: Repository, commit: string): Promise<string> {
  const bytes = await repository.at(commit).read(allowedSignersPath, 1 << 20);
  return bytes === null ? '' : new TextDecoder().decode(bytes);
}
