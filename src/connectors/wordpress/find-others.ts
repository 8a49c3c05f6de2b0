import type { ReadClient } from '../../core/contract.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { unread } from '../answer.ts';
import { asWritten, readEntries, type Entry } from './read-entry.ts';
import { platform } from './read-failure.ts';

/**
 * What else has the address of a post, in words. Two posts that are created at once may get the very same slug, and
 * a page takes the address of a post away without anybody noticing.
 */
export async function findOthers(read: ReadClient, entry: Pick<Entry, 'id' | 'slug'>): Promise<Result<string[]>> {
  const others: string[] = [];
  for (const [base, word] of [
    ['posts', 'post'],
    ['pages', 'page'],
  ] as const) {
    const answer = await read.get(`/wp-json/wp/v2/${base}`, { slug: entry.slug, status: 'any', ...asWritten });
    const found = readEntries(answer);
    if (found === null) return failure([unread(answer, platform, 'say who has the address')]);
    others.push(...found.filter(({ id }) => id !== entry.id).map((other) => describe(word, other)));
  }
  return success(others);
}

function describe(word: string, { id, status }: Entry): string {
  return `the ${word} with the number ${id} (${status})`;
}
