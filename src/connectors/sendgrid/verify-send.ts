import type { Action, Verification } from '../../core/contract.ts';
import { matchesTemplate } from '../../core/template.ts';
import { at, textAt } from '../answer.ts';
import { readStatus } from './operations.ts';

const compared = [
  { field: 'subject', words: 'subject' },
  { field: 'html_content', words: 'text' },
  { field: 'plain_content', words: 'plain text' },
] as const;

/** Reads the Single Send back: sent, to the list, with the words that were approved. */
export const verifySend: Action['verify'] = async (step, receipts, read): Promise<Verification> => {
  const draft = step.operations.find(({ kind }) => kind === 'create');
  const id = receipts[draft?.id ?? '']?.id;
  if (draft === undefined || id === undefined) return { verdict: 'cannot-verify', words: 'no campaign was recorded' };
  const found = await readStatus(id, read);
  if (found.is !== 'status') return { verdict: 'cannot-verify', words: found.why };
  if (!['scheduled', 'triggered'].includes(found.status))
    return { verdict: 'differs', words: `the campaign is not sent; SendGrid says "${found.status}"` };
  const approved = draft.request.json;
  const other = compared.filter(
    ({ field }) => !matchesTemplate(at(approved, 'email_config', field), textAt(found.json, 'email_config', field)),
  );
  const list = textAt(approved, 'send_to', 'list_ids', 0);
  const isOtherList = textAt(found.json, 'send_to', 'list_ids', 0) !== list;
  const differs = [...other.map(({ words }) => words), ...(isOtherList ? ['list'] : [])];
  if (differs.length > 0) return { verdict: 'differs', words: `another ${differs.join(' and ')} was sent` };
  return { verdict: 'as-approved', words: 'SendGrid has sent it with the approved subject, text and list' };
};
