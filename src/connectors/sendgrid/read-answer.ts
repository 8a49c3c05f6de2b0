import type { InterpretContext, Outcome, Receipt } from '../../core/contract.ts';
import type { Answer } from '../../core/ports.ts';
import { failureOutcome, listAt, readJson, textAt } from '../answer.ts';

type Received = Answer & { is: 'answer' };

/** What an answer means where `status` is success; `receipt` is null where the answer does not hold one. */
export function readAnswer(
  answer: Received,
  { connection: { account, origin } }: Pick<InterpretContext, 'connection'>,
  expected: { readonly status: readonly number[]; readonly what: string },
  receipt: () => Receipt | null,
): Outcome {
  const made = expected.status.includes(answer.status) ? receipt() : null;
  if (made !== null) return { is: 'done', receipt: made };
  const asked = { platform: 'SendGrid', account, origin, what: expected.what };
  return failureOutcome(answer, asked, reasonIn(answer));
}

/** SendGrid's explanation of an error: field and words of every one. */
export function reasonIn(answer: Pick<Received, 'text'>): string {
  return listAt(readJson(answer), 'errors')
    .map((error) => [textAt(error, 'field'), textAt(error, 'message')].filter((part) => part !== '').join(': '))
    .join('; ');
}

/** The id of a Single Send, where it looks like one. */
export function sendReceipt(id: string): Receipt | null {
  return /^[\w-]{1,64}$/.test(id) ? { id } : null;
}
