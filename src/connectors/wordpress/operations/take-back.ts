import type { OperationBehaviour } from '../../../core/contract.ts';
import { readJson, textAt, whyNot } from '../../answer.ts';
import { asWritten, isGone, readEntry } from '../read-entry.ts';
import { platform, readFailure } from '../read-failure.ts';

/** Takes a post offline. */
export const unpublish: OperationBehaviour = {
  interpret: (answer, context) => {
    if (isGone(answer)) return { is: 'nothing-to-undo', why: 'the post was deleted before' };
    const entry = answer.status === 200 ? readEntry(answer) : null;
    if (entry === null || entry.status === 'publish') return readFailure(answer, context, 'unpublish the post');
    return { is: 'done', receipt: { id: entry.id, values: { status: entry.status } } };
  },
  probe: async ({ request, receipt }, read) => {
    const answer = await read.get(request.path.replace(/\?.*$/, ''), asWritten);
    const entry = readEntry(answer);
    if (isGone(answer) || (entry !== null && entry.status !== 'publish'))
      return { is: 'found', receipt: { id: receipt?.id ?? entry?.id ?? '' } };
    return entry === null ? { is: 'cannot-tell', why: whyNot(answer, platform) } : { is: 'absent' };
  },
};

/** Deletes what we made, for good: a draft in the trash would come back under another address. */
export const deletion: OperationBehaviour = {
  interpret: (answer, context) => {
    if (isGone(answer)) return { is: 'nothing-to-undo', why: 'it was deleted before' };
    const json = readJson(answer);
    const id = textAt(json, 'previous', 'id');
    if (answer.status !== 200 || json?.['deleted'] !== true)
      return readFailure(answer, context, 'delete what was prepared');
    return { is: 'done', receipt: { id } };
  },
  probe: async ({ request, receipt }, read) => {
    const answer = await read.get(request.path.replace(/\?.*$/, ''), { context: 'edit', _fields: 'id' });
    if (isGone(answer)) return { is: 'found', receipt: { id: receipt?.id ?? '' } };
    const isThere = answer.is === 'answer' && answer.status === 200 && textAt(readJson(answer), 'id') !== '';
    return isThere ? { is: 'absent' } : { is: 'cannot-tell', why: whyNot(answer, platform) };
  },
};
