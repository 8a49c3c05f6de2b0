import type { Comment, Forge } from '../../core/forge.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readMarker, type CommentKind } from '../../report/forge/comment-marker.ts';

/** A comment that exists once for each pull request; its text begins with `commentMarker(kind, generation)`. */
export interface StickyComment {
  readonly kind: CommentKind;
  readonly body: string;
}

/** What became of it. `newer`: a later run has written already, so nothing was done. */
export interface UpsertedComment {
  readonly is: 'created' | 'updated' | 'unchanged' | 'newer';
  readonly url: string;
}

/**
 * Writes our one comment: the oldest one that this account wrote and that begins with our marker. Others of ours are
 * removed, one that somebody deleted is written anew, and what people wrote is never touched, whatever it begins with.
 * The list is read right before the write, so two requests are enough; where two runs begin at once there are two
 * comments until the next run. By author and marker we keep house; nothing is ever decided by what stands in a comment.
 */
export async function upsertComment(
  forge: Forge,
  number: number,
  { kind, body }: StickyComment,
): Promise<Result<UpsertedComment>> {
  const generation = readMarker(kind, body);
  if (generation === null) throw new Error('a sticky comment begins with its marker');
  const own = await ownComments(forge, number, kind);
  if (!own.ok) return own;
  const [oldest] = own.value;
  if (oldest === undefined) return create(forge, number, { kind, body, generation });
  return settle(forge, number, { kind, body, generation }, own.value);
}

interface Sought extends StickyComment {
  readonly generation: number;
}

interface Own {
  readonly comment: Comment;
  readonly generation: number;
}

/** Oldest first. */
async function ownComments(forge: Forge, number: number, kind: CommentKind): Promise<Result<readonly Own[]>> {
  const [me, comments] = await Promise.all([forge.whoAmI(), forge.comments(number)]);
  if (!me.ok) return me;
  if (!comments.ok) return comments;
  const own = comments.value.flatMap((comment) => {
    const generation = readMarker(kind, comment.body);
    const isOurs = me.value.id !== null && comment.account?.id === me.value.id;
    return isOurs && generation !== null ? [{ comment, generation }] : [];
  });
  return success(own.toSorted((a, b) => a.comment.id - b.comment.id));
}

async function create(forge: Forge, number: number, sought: Sought): Promise<Result<UpsertedComment>> {
  const created = await forge.createComment(number, sought.body);
  if (!created.ok) return created;
  return success({ is: 'created', url: created.value.url });
}

/** Brings ours down to the oldest, with this text; where a later run has been here, that run does so. */
async function settle(
  forge: Forge,
  number: number,
  sought: Sought,
  own: readonly Own[],
): Promise<Result<UpsertedComment>> {
  const newer = own.find(({ generation }) => generation > sought.generation);
  if (newer !== undefined) return success({ is: 'newer', url: newer.comment.url });
  const [oldest, ...others] = own.map(({ comment }) => comment);
  if (oldest === undefined) return create(forge, number, sought);
  const isSame = bare(oldest.body) === bare(sought.body);
  const written = isSame ? success(true) : await forge.updateComment(oldest.id, sought.body);
  if (!written.ok) return written;
  // Somebody deleted it between the two requests.
  if (!written.value) return others.length === 0 ? create(forge, number, sought) : settle(forge, number, sought, own.slice(1)); // prettier-ignore
  const removed = await Promise.all(others.map(({ id }) => forge.deleteComment(id)));
  const problems = removed.flatMap((one) => (one.ok ? [] : one.error));
  if (problems.length > 0) return failure(problems);
  return success({ is: isSame ? 'unchanged' : 'updated', url: oldest.url });
}

/** Forges keep a text with other line ends, and without the last ones. */
function bare(body: string): string {
  return body.replace(/\r\n?/g, '\n').trimEnd();
}
