/** What a comment of ours is about; each kind exists once for each pull request. */
export type CommentKind = 'checklist' | 'result';

const versions: Readonly<Record<CommentKind, string>> = { checklist: 'v1', result: 'r1' };

/**
 * First line of a comment of ours, shorter than 40 characters: by it and by its author the comment is found again. The
 * generation says which run wrote it, so that an older run never overwrites a newer one. It decides nothing else.
 */
export function commentMarker(kind: CommentKind, generation: number): string {
  return `<!-- mergecast ${versions[kind]} g${Math.max(1, Math.trunc(generation))} -->`;
}

/** Generation of a comment that begins with our marker of this kind, else null. Only the first line is looked at. */
export function readMarker(kind: CommentKind, body: string): number | null {
  const [, version, generation] = /^<!-- mergecast ([a-z]\d) g(\d{1,16}) -->(?:\r?\n|$)/.exec(body) ?? [];
  return version === versions[kind] ? Number(generation) : null;
}
