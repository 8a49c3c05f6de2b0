import { describe, expect, it } from 'vitest';
import { commentMarker } from '../../report/forge/comment-marker.ts';
import { bot, commentsForTest, person } from './comments-for-test.ts';
import { upsertComment } from './upsert-comment.ts';

const text = (generation: number, words = `words of ${generation}`): string => `${commentMarker('checklist', generation)}\n${words}`; // prettier-ignore
const sticky = (generation: number, words?: string) => ({ kind: 'checklist', body: text(generation, words) }) as const;

describe('the sticky comment', () => {
  it('is made once and then edited, with two requests', async () => {
    const { forge, comments, asked } = commentsForTest();
    expect(await upsertComment(forge, 7, sticky(1))).toMatchObject({ ok: true, value: { is: 'created' } });
    asked.length = 0;
    expect(await upsertComment(forge, 7, sticky(2))).toMatchObject({ ok: true, value: { is: 'updated' } });
    expect(asked).toEqual(['list', 'update']);
    expect(comments.map(({ body }) => body)).toEqual([text(2)]);
  });

  it('is not written where nothing changed, however the forge ends its lines', async () => {
    const { forge, write, asked } = commentsForTest();
    write(bot, `${text(3, 'a\r\nb').replace('\n', '\r\n')}\r\n`);
    expect(await upsertComment(forge, 7, sticky(3, 'a\nb\n'))).toMatchObject({ value: { is: 'unchanged' } });
    expect(asked).toEqual(['list']);
  });

  it('leaves alone what a newer run wrote, also when that was between', async () => {
    const { forge, comments, write, asked } = commentsForTest();
    write(bot, text(9));
    expect(await upsertComment(forge, 7, sticky(8))).toMatchObject({ value: { is: 'newer' } });
    expect(asked).toEqual(['list']);
    expect(comments.map(({ body }) => body)).toEqual([text(9)]);
  });

  it('passes over what people wrote, and over our other comments', async () => {
    const { forge, comments, write } = commentsForTest();
    write(person, text(999, 'Approved by everybody'));
    write(null, text(999));
    write(bot, `hello\n${text(999)}`);
    write(bot, commentMarker('result', 999));
    expect(await upsertComment(forge, 7, sticky(1))).toMatchObject({ value: { is: 'created' } });
    expect(comments).toHaveLength(5);
    await upsertComment(forge, 7, sticky(2));
    expect(comments).toHaveLength(5);
    expect(comments.at(-1)).toMatchObject({ account: bot, body: text(2) });
  });

  it('becomes one again where there are several: the oldest', async () => {
    const { forge, comments, write } = commentsForTest();
    write(bot, text(2));
    write(person, 'hello');
    write(bot, text(3));
    write(bot, text(1));
    expect(await upsertComment(forge, 7, sticky(4))).toMatchObject({ value: { is: 'updated' } });
    expect(comments.map(({ id, body }) => [id, body])).toEqual([[1, text(4)], [2, 'hello']]); // prettier-ignore
  });

  it('is made anew where somebody deleted it, also between two requests', async () => {
    const { forge, comments, write, before } = commentsForTest();
    write(bot, text(1));
    comments.length = 0;
    expect(await upsertComment(forge, 7, sticky(2))).toMatchObject({ value: { is: 'created' } });
    before('update', () => void comments.splice(0));
    expect(await upsertComment(forge, 7, sticky(3))).toMatchObject({ value: { is: 'created' } });
    expect(comments.map(({ body }) => body)).toEqual([text(3)]);
  });

  it.each([[5, 6], [6, 5]])('is one again after the next run, where runs %i and %i begin at once', async (mine, other) => {
    const { forge, comments, write, before } = commentsForTest();
    before('create', () => void write(bot, text(other)));
    await upsertComment(forge, 7, sticky(mine));
    await upsertComment(forge, 7, sticky(7));
    expect(comments.map(({ body }) => body)).toEqual([text(7)]);
  }); // prettier-ignore

  it('refuses a text without marker: it would never be found again', async () => {
    await expect(upsertComment(commentsForTest().forge, 7, { kind: 'result', body: text(1) })).rejects.toThrow(
      'marker',
    );
  });
});
