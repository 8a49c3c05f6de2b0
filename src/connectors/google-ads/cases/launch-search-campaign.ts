import type { ActionCase } from '../../../core/action-case.ts';
import type { Input } from '../../../generated/types/actions/google-ads.launch-search-campaign.ts';

/** Examples for the conformance suite. */
export const cases: readonly ActionCase<Input>[] = [
  {
    name: 'with days, countries and a name that has to be quoted',
    input: {
      name: "The mechanic's spring",
      budget: { daily: '40.00 EUR', total: '400.00 EUR' },
      'final-url': 'https://www.acme.example/spring/',
      countries: ['DE', 'AT'],
      starts: '2027-03-02',
      ends: '2027-03-11',
      ads: {
        headlines: ['Three new bikes in Berlin', 'Ride one before you decide', "It's <spring> & time"],
        descriptions: ['A bike for work, a bike for carrying. Come and ride one.', 'Take one home over the weekend.'],
        paths: ['bikes', 'test-ride'],
        keywords: [{ text: 'city bike test ride' }, { text: 'buy bike berlin', match: 'exact' }],
      },
    },
    connection: { account: 'acme', settings: { 'customer-id': '1234567890' } },
    scene: [
      { method: 'POST', path: '/_sandbox/google-ads/customers', json: { id: '1234567890', currency: 'EUR' } },
    ],
    words: [
      'Three new bikes in Berlin',
      "It's <spring> & time",
      'Take one home over the weekend.',
      'https://www.acme.example/spring/',
      '2027-03-11',
      'buy bike berlin (exact)',
    ],
    effects: [
      ['create-campaign', 'inert'],
      ['enable', 'spend'],
    ],
  },
];
