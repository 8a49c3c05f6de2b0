import type { Account, Comment, Forge } from '../../core/forge.ts';
import { success } from '../../core/result.ts';

export const bot: Account = { id: 41_898_282, login: 'github-actions[bot]', kind: 'bot' };
export const person: Account = { id: 583_231, login: 'ines', kind: 'person' };

/** The comments of one pull request, and what was asked of the forge about them. */
export interface CommentsForTest {
  readonly forge: Forge;
  readonly comments: Comment[];
  readonly asked: string[];
  /** Somebody writes a comment. */
  write(account: Account | null, body: string): Comment;
  /** Runs right before the next request of this name. */
  before(request: string, act: () => void): void;
}

/** A forge that knows comments only; anything else throws. */
export function commentsForTest(): CommentsForTest {
  const comments: Comment[] = [];
  const asked: string[] = [];
  const acts = new Map<string, () => void>();
  let last = 0;
  const ask = (request: string): void => {
    asked.push(request);
    const act = acts.get(request);
    acts.delete(request);
    act?.();
  };
  const write = (account: Account | null, body: string): Comment => {
    last += 1;
    const comment = { id: last, url: `https://forge.example/pull/7#c${last}`, account, body, createdAt: '2027-02-21T15:10:00Z' }; // prettier-ignore
    comments.push(comment);
    return comment;
  };
  const at = (id: number): number => comments.findIndex((one) => one.id === id);
  const forge = {
    whoAmI: async () => success(bot),
    comments: async () => {
      ask('list');
      return success([...comments]);
    },
    createComment: async (_: number, body: string) => {
      ask('create');
      return success(write(bot, body));
    },
    updateComment: async (id: number, body: string) => {
      ask('update');
      const found = comments[at(id)];
      if (found === undefined) return success(false);
      comments[at(id)] = { ...found, body };
      return success(true);
    },
    deleteComment: async (id: number) => {
      ask('delete');
      if (at(id) === -1) return success(false);
      comments.splice(at(id), 1);
      return success(true);
    },
  } as unknown as Forge;
  return { forge, comments, asked, write, before: (request, act) => void acts.set(request, act) };
}
