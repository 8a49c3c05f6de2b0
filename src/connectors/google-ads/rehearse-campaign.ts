import type { Action } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import { readCustomer } from './read-account.ts';
import { textAt } from '../answer.ts';

/** Amounts go over as plain numbers: in an account of another currency they would be other money. */
export const rehearseCampaign: NonNullable<Action['rehearse']> = async (step, read) => {
  const customer = await readCustomer(read, step.connection);
  if (!customer.ok) return customer.error;
  const account = textAt(customer.value, 'currencyCode');
  const stated = step.spend?.total.currency ?? account;
  return account === '' || account === stated ? [] : [finding('platform/other-currency', { stated, account })];
};
