import type { ReadClient, Verification } from '../../core/contract.ts';
import { whyNot } from '../answer.ts';
import type { Entry } from './read-entry.ts';

/**
 * Visits the public address as anybody would. The marker in the page proves that it is this post: another page at the
 * same address answers 200 as well. Null where all is well.
 */
export async function visitEntry(read: ReadClient, { link, content }: Entry): Promise<Verification | null> {
  const answer = await read.visit(link);
  if (answer.is !== 'answer') return { verdict: 'cannot-verify', words: `${link} could not be visited: ${answer.why}` };
  if (answer.status >= 300 && answer.status < 400)
    return { verdict: 'differs', words: `${link} leads to another address (${answer.headers['location'] ?? '?'})` };
  if (answer.status === 404) return { verdict: 'differs', words: `${link} answers "not found" to visitors` };
  if (answer.status !== 200)
    return { verdict: 'cannot-verify', words: `${link}: ${whyNot(answer, 'the site')} to a visitor` };
  const marker = /<!-- mergecast:[0-9a-f]{20} -->\s*$/.exec(content)?.[0].trim();
  if (marker === undefined || answer.text.includes(marker)) return null;
  const words = `${link} answers, but does not show this text: a cache may hold an older page, or another page has the same address`;
  return { verdict: 'cannot-verify', words };
}
