import type { Review } from '../../../core/forge.ts';
import { commitId, flag, integer, part, text, webAddress } from './fields.ts';
import { readAccount } from './read-account.ts';

/** The words of both forges. */
const states: ReadonlyMap<string, Review['state']> = new Map([
  ['APPROVED', 'approved'],
  ['CHANGES_REQUESTED', 'changes-requested'],
  ['REQUEST_CHANGES', 'changes-requested'],
  ['COMMENTED', 'commented'],
  ['COMMENT', 'commented'],
  ['DISMISSED', 'dismissed'],
  ['PENDING', 'pending'],
]);

/** A review; null where its state is one that nobody told us about. */
export function readReview(value: unknown): Review | null {
  const id = integer(value, 'id');
  const said = states.get((text(value, 'state') ?? '').toUpperCase());
  if (id === undefined || said === undefined) return null;
  return {
    id,
    url: webAddress(value, 'html_url'),
    account: readAccount(part(value, 'user')),
    ...stateIn(value, said),
    commit: commitId(value, 'commit_id') ?? null,
    body: text(value, 'body') ?? '',
    at: said === 'pending' ? null : (text(value, 'submitted_at') ?? null),
  };
}

/** Gitea keeps the state of a dismissed review and says beside it that it is dismissed. */
function stateIn(value: unknown, said: Review['state']): Pick<Review, 'state' | 'dismissed'> {
  if (flag(value, 'dismissed') !== true) return { state: said };
  const isDecision = said === 'approved' || said === 'changes-requested';
  return { state: 'dismissed', ...(isDecision ? { dismissed: said } : {}) };
}

/** Gitea lists requests for a review among the reviews. */
export function isReviewRequest(value: unknown): boolean {
  return text(value, 'state') === 'REQUEST_REVIEW';
}
