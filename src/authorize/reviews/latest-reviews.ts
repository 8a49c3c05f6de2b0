import type { Review } from '../../core/forge.ts';
import type { PersonDirectory } from '../person-directory.ts';
import { accountName } from './account-name.ts';
import type { ReviewFacts } from './types.ts';

/** What one person's reviews come to: the newest word that decides, and why earlier approvals no longer stand. */
export interface Word {
  readonly review: Review;
  /** Name of the account that gave it. */
  readonly name: string;
  readonly says: 'approved' | 'changes-requested';
  /** Why it does not stand although it was given. */
  readonly why?: string;
}

/**
 * The decisive word of each person and, with the reason, what it replaced. Comments change nothing. A dismissed review
 * counts for nothing and revives nothing: what came before it was replaced when it was given.
 */
export function latestWords(
  facts: ReviewFacts,
  directory: PersonDirectory,
): { readonly standing: readonly Word[]; readonly void: readonly Word[] } {
  const reviews = facts.reviews.ok ? facts.reviews.value : [];
  const byPerson = new Map<string, Word[]>();
  const lost: Word[] = [];
  for (const review of reviews) {
    const says = said(review);
    if (says === null) continue;
    const name = accountName(facts.forge, review.account);
    const word: Word = { review, name: name ?? '', says, ...voidReason(review, says, name) };
    if (name === null || isUnsaid(review, says)) lost.push(word);
    else byPerson.set(directory.key(name), [...(byPerson.get(directory.key(name)) ?? []), word]);
  }
  const settled = [...byPerson.values()].map(settle);
  return {
    standing: settled.flatMap(({ last }) => last ?? []),
    void: [...lost, ...settled.flatMap(({ others }) => others)],
  };
}

/** Approvals and change requests, also when somebody dismissed them since. */
function said({ state, dismissed }: Review): Word['says'] | null {
  if (state === 'approved' || state === 'changes-requested') return state;
  return state === 'dismissed' ? (dismissed ?? 'approved') : null;
}

function voidReason(review: Review, says: Word['says'], name: string | null): { readonly why?: string } {
  if (name === null) return { why: 'the account was deleted. Somebody else must approve' };
  if (review.state === 'dismissed')
    return { why: 'the review was dismissed, and an earlier one does not come back. Approve again' };
  return isUnsaid(review, says) ? { why: 'the review was not submitted. Submit it' } : {};
}

/** An approval without a time was never given, so it takes nothing back either. A request for changes stops all the same. */
function isUnsaid({ state, at }: Review, says: Word['says']): boolean {
  return says === 'approved' && state !== 'dismissed' && at === null;
}

function settle(words: readonly Word[]): { readonly last: Word | null; readonly others: readonly Word[] } {
  const last = words.at(-1);
  if (last === undefined) return { last: null, others: [] };
  const earlier = words.slice(0, -1).map((word) => ({ ...word, why: word.why ?? replacedBy(last) }));
  return last.why === undefined ? { last, others: earlier } : { last: null, others: [...earlier, last] };
}

function replacedBy({ says, review }: Word): string {
  if (review.state === 'dismissed')
    return 'a later review of the same person was dismissed, and an earlier one does not come back. Approve again';
  return says === 'approved'
    ? 'the same person has approved again. It counts once'
    : 'the same person asked for changes afterwards. Approve again';
}
