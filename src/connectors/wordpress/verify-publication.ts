import type { Action, ReadClient, Receipt, Verification } from '../../core/contract.ts';
import type { Step } from '../../generated/types/plan.ts';
import { whyNot } from '../answer.ts';
import { compareEntry, listWords } from './compare-entry.ts';
import { findOthers } from './find-others.ts';
import { asWritten, isGone, readEntry, type Entry } from './read-entry.ts';
import { platform } from './read-failure.ts';
import { visitEntry } from './visit-entry.ts';

type Receipts = Readonly<Record<string, Receipt>>;

/** Reads the post back as it is written, compares it with what was approved, and visits it. */
export const verifyPublication: Action['verify'] = async (step, receipts, read) => {
  const id = receipts['publish']?.id;
  if (id === undefined) return { verdict: 'cannot-verify', words: 'no post was recorded' };
  const answer = await read.get(`/wp-json/wp/v2/posts/${id}`, asWritten);
  if (isGone(answer)) return { verdict: 'differs', words: 'the post was deleted' };
  const entry = readEntry(answer);
  if (entry === null) return { verdict: 'cannot-verify', words: whyNot(answer, platform) };
  const differences = compareEntry(sentBy(step, receipts), entry);
  if (differences.length > 0)
    return { verdict: 'differs', words: `${listWords(differences)} of the post differ from what was approved` };
  if (entry.status !== 'publish')
    return { verdict: 'differs', words: `the post is not public: its state is "${entry.status}"` };
  return (await lookAround(read, entry)) ?? asApproved(entry);
};

function asApproved({ link }: Entry): Verification {
  return { verdict: 'as-approved', words: `the post is public at ${link}, word for word as approved` };
}

/** What the post itself cannot tell: who else has its address, and what visitors get. */
async function lookAround(read: ReadClient, entry: Entry): Promise<Verification | null> {
  const others = await findOthers(read, entry);
  const [other] = others.ok ? others.value : [];
  if (other !== undefined) return { verdict: 'differs', words: `${other} has the same address as the post` };
  return visitEntry(read, entry);
}

/** What was sent in several requests, with the ids that became known. */
function sentBy({ operations }: Step, receipts: Receipts): Record<string, unknown> {
  const idsOf = (kind: string): number[] =>
    operations
      .filter(({ id }) => id.startsWith(kind))
      .flatMap(({ id }) => (receipts[id] === undefined ? [] : [Number(receipts[id].id)]));
  const terms = { categories: idsOf('ensure-category-'), tags: idsOf('ensure-tag-') };
  const [image] = idsOf('upload-image');
  return {
    ...operations.find(({ id }) => id === 'create-draft')?.request.json,
    // Without any category WordPress gives its default one.
    ...(terms.categories.length > 0 && { categories: terms.categories }),
    tags: terms.tags,
    ...(image !== undefined && { featured_media: image }),
  };
}
