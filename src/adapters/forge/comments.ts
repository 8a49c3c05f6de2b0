import type { Comment, Forge } from '../../core/forge.ts';
import { success, type Result } from '../../core/result.ts';
import { createOnce } from './client/create-once.ts';
import { readAll } from './client/read-answers.ts';
import type { ForgeClient } from './client/types.ts';
import { readComment } from './read/read-comment.ts';

/** Comments of the conversation. */
export function comments(
  client: ForgeClient,
): Pick<Forge, 'comments' | 'createComment' | 'updateComment' | 'deleteComment'> {
  const list = (number: number): Promise<Result<readonly Comment[]>> =>
    readAll(client, { route: 'GET /repos/{owner}/{repo}/issues/{number}/comments', parameters: { number }, what: `the comments of number ${number}`, need: 'pull-requests: read' }, readComment); // prettier-ignore
  return {
    comments: list,
    createComment: (number, body) =>
      createOnce(client, { route: 'POST /repos/{owner}/{repo}/issues/{number}/comments', parameters: { number, body }, what: `a comment on number ${number}`, need: 'pull-requests: write' }, readComment, async () => {
        const found = await list(number);
        return found.ok ? success(found.value.findLast((comment) => isSameText(comment.body, body)) ?? null) : found;
      }), // prettier-ignore
    updateComment: (id, body) => change(client, 'PATCH', id, { body }),
    deleteComment: (id) => change(client, 'DELETE', id, {}),
  };
}

async function change(
  client: ForgeClient,
  method: 'PATCH' | 'DELETE',
  id: number,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Result<boolean>> {
  const reply = await client.ask({
    route: `${method} /repos/{owner}/{repo}/issues/comments/{comment_id}`,
    parameters: { comment_id: id, ...parameters },
    what: `a change of comment ${id}`,
    need: 'pull-requests: write',
    allow: [404, 410],
  });
  return reply.ok ? success(reply.value.status < 300) : reply;
}

/** Forges end lines as they like and cut space at the end. */
function isSameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}
