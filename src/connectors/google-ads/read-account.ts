import type { Connector, ReadClient } from '../../core/contract.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Connection } from '../../generated/types/plan.ts';
import { at, textAt } from '../answer.ts';
import { failureOutcomeOf } from './read-answer.ts';
import { query } from './query.ts';

const platform = 'Google Ads';

/** Whether the account can be read, is the one that the connection names, and can hold campaigns. */
export const readAccount: Connector['preflight'] = async (read, connection) => {
  const found = await readCustomer(read, connection);
  if (!found.ok) return found;
  const expected = connection.settings['customer-id'] ?? '';
  const actual = textAt(found.value, 'id');
  if (actual !== '' && actual !== expected)
    return failure([finding('platform/wrong-account', { platform, expected, actual })]);
  if (at(found.value, 'manager') === true)
    return failure([
      finding('platform/rejected', {
        platform,
        what: 'hold a campaign in this account',
        reason: 'it is a manager account',
      }),
    ]);
  return success({ currency: textAt(found.value, 'currencyCode') });
};

/** The account itself, as GAQL shows it. */
export async function readCustomer(
  read: ReadClient,
  connection: Connection,
): Promise<Result<unknown, readonly Finding[]>> {
  const found = await query(
    read,
    connection,
    'SELECT customer.id, customer.currency_code, customer.manager, customer.status FROM customer LIMIT 1',
  );
  if (found.is === 'rows') return success(at(found.rows[0], 'customer'));
  const outcome = found.answer.is === 'answer' ? failureOutcomeOf(found.answer, connection, 'read the account') : null;
  if (outcome?.is === 'refused') return failure([outcome.finding]);
  return failure([finding('platform/unreachable', { platform, why: found.why })]);
}
