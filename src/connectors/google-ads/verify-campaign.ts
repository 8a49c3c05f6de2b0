import type { Action, Verification } from '../../core/contract.ts';
import { matchesTemplate } from '../../core/template.ts';
import type { Step } from '../../generated/types/plan.ts';
import { microsOf } from './check-campaign.ts';
import { query } from './query.ts';
import { at, listAt, textAt } from '../answer.ts';

const fields = [
  'campaign.status',
  'campaign.end_date_time',
  'campaign_budget.total_amount_micros',
  'ad_group_ad.ad.final_urls',
  'ad_group_ad.ad.responsive_search_ad.headlines',
  'ad_group_ad.ad.responsive_search_ad.descriptions',
];

/** Reads the campaign back: running, within its money and days, with the approved texts. */
export const verifyCampaign: Action['verify'] = async (step, receipts, read): Promise<Verification> => {
  const made = step.operations.find(({ kind }) => kind === 'create');
  const id = receipts[made?.id ?? '']?.id ?? '';
  if (!/^\d{1,20}$/.test(id)) return { verdict: 'cannot-verify', words: 'no campaign was recorded' };
  const text = `SELECT ${fields.join(', ')} FROM ad_group_ad WHERE campaign.id = ${id} LIMIT 10`;
  const found = await query(read, step.connection, text);
  if (found.is !== 'rows') return { verdict: 'cannot-verify', words: found.why };
  const differs = found.rows.length === 1 ? differences(step, found.rows[0]) : ['number of ads'];
  if (differs.length > 0) return { verdict: 'differs', words: `other than approved: ${differs.join(', ')}` };
  return { verdict: 'as-approved', words: 'the campaign runs with the approved budget, days and texts' };
};

function differences(step: Step, row: unknown): string[] {
  const created = (kind: string): unknown =>
    listAt(step.operations[0]?.request.json, 'mutateOperations')
      .map((one) => at(one, kind, 'create'))
      .find((one) => one !== undefined);
  const ad = at(created('adGroupAdOperation'), 'ad');
  const seen = at(row, 'adGroupAd', 'ad');
  const total = step.spend === undefined ? '' : microsOf(step.spend.total);
  const same: Readonly<Record<string, boolean>> = {
    status: textAt(row, 'campaign', 'status') === 'ENABLED',
    'last day': textAt(row, 'campaign', 'endDateTime') === textAt(created('campaignOperation'), 'endDateTime'),
    budget: textAt(row, 'campaignBudget', 'totalAmountMicros') === total,
    address: matches(listAt(ad, 'finalUrls'), listAt(seen, 'finalUrls')),
    ...Object.fromEntries(
      ['headlines', 'descriptions'].map((name) => [name, matches(textsOf(ad, name), textsOf(seen, name))]),
    ),
  };
  return Object.keys(same).filter((name) => same[name] !== true);
}

function textsOf(ad: unknown, name: string): readonly unknown[] {
  return listAt(ad, 'responsiveSearchAd', name).map((one) => at(one, 'text'));
}

function matches(approved: readonly unknown[], seen: readonly unknown[]): boolean {
  return approved.length === seen.length && approved.every((one, index) => matchesTemplate(one, String(seen[index])));
}
