import type { Action, ReadClient, Verification } from '../../core/contract.ts';
import { textAt, whyNot } from '../answer.ts';
import { compareEntry, listWords } from './compare-entry.ts';
import { asWritten, isGone, readEntry, type Entry } from './read-entry.ts';
import { platform } from './read-failure.ts';
import { visitEntry } from './visit-entry.ts';

/** Reads the changed texts back, compares them with what was approved, and visits the page. */
export const verifyUpdate: Action['verify'] = async (step, receipts, read) => {
  const update = step.operations.find(({ id }) => id === 'update');
  const found = receipts[update?.needs[0] ?? ''];
  if (update === undefined || found === undefined || receipts['update'] === undefined)
    return { verdict: 'cannot-verify', words: 'no change was recorded' };
  const answer = await read.get(`/wp-json/wp/v2/${textAt(found, 'values', 'base')}/${found.id}`, asWritten);
  if (isGone(answer)) return { verdict: 'differs', words: 'the page was deleted' };
  const entry = readEntry(answer);
  if (entry === null) return { verdict: 'cannot-verify', words: whyNot(answer, platform) };
  return judge(compareEntry(update.request.json ?? {}, entry), entry, read);
};

async function judge(differences: readonly string[], entry: Entry, read: ReadClient): Promise<Verification> {
  if (differences.length > 0)
    return { verdict: 'differs', words: `${listWords(differences)} differ from what was approved` };
  if (entry.status !== 'publish')
    return { verdict: 'as-approved', words: `changed as approved; not public, its state is "${entry.status}"` };
  const visited = await visitEntry(read, entry);
  return visited ?? { verdict: 'as-approved', words: `${entry.link} shows the text as approved` };
}
