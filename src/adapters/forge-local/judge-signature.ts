import type { Commit, Repository } from '../../core/ports.ts';

export const allowedSignersPath = '.mergecast/allowed_signers';

/** How far the giver of an approval is proven. */
export type Proof =
  | { readonly trust: 'signed'; readonly principal: string }
  | { readonly trust: 'on-trust' }
  | { readonly trust: 'unknown-key' | 'bad-signature'; readonly why: string };

/**
 * Checks an approval merge's signature. The key must be listed before the merge (its first parent), so that a branch
 * cannot bring its own key, and still be listed at every one of `now`: a key that was removed proves nothing any more.
 */
export async function judgeSignature(repository: Repository, merge: Commit, now: readonly string[]): Promise<Proof> {
  const before = await signersAt(repository, merge.parents[0] ?? merge.id);
  const verdict = await repository.verifySignature(merge.id, before);
  if (verdict.is === 'none') return { trust: 'on-trust' };
  if (verdict.is !== 'good') {
    if (verdict.is === 'bad') return { trust: 'bad-signature', why: verdict.why };
    return { trust: 'unknown-key', why: await whyUnknown(repository, merge, verdict.why) };
  }
  for (const commit of new Set(now)) {
    const listed = await signersAt(repository, commit);
    if (listed === before) continue;
    const again = await repository.verifySignature(merge.id, listed);
    if (again.is !== 'good')
      return { trust: 'unknown-key', why: `the key is not listed in ${allowedSignersPath} any more` };
    if (again.principal !== verdict.principal)
      return {
        trust: 'unknown-key',
        why: `the key belongs to ${again.principal} now, not to ${verdict.principal}`,
      };
  }
  return { trust: 'signed', principal: verdict.principal };
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
