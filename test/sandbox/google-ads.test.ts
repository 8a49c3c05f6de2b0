import { expect, it } from 'vitest';
import { sandboxFixture, type Seen, type SandboxFixture } from '../support/sandbox-fixture.ts';

const account = '/google-ads/v25/customers/1234567890';
const key = '0a1b'.repeat(5);
const name = `Spring ${key}`;
const temporary = (kind: string, id: number): string => `customers/1234567890/${kind}/${id}`;
const launch = [
  {
    campaignBudgetOperation: {
      create: { resourceName: temporary('campaignBudgets', -1), name, amountMicros: '40000000' },
    },
  },
  {
    campaignOperation: {
      create: {
        resourceName: temporary('campaigns', -2),
        name,
        status: 'PAUSED',
        campaignBudget: temporary('campaignBudgets', -1),
      },
    },
  },
  {
    adGroupOperation: {
      create: {
        resourceName: temporary('adGroups', -3),
        name: 'Bikes',
        campaign: temporary('campaigns', -2),
      },
    },
  },
  {
    adGroupAdOperation: {
      create: { adGroup: temporary('adGroups', -3), ad: { finalUrls: ['https://acme.example/'] } },
    },
  },
];

function mutate(server: SandboxFixture, mutateOperations: unknown, more: object = {}): Promise<Seen> {
  return server.call('POST', `${account}/googleAds:mutate`, { mutateOperations, ...more });
}

async function rows(server: SandboxFixture, query: string): Promise<unknown> {
  return (await server.call('POST', `${account}/googleAds:search`, { query })).json['results'];
}

async function launched(server: SandboxFixture): Promise<string> {
  const { json } = await mutate(server, launch);
  return String(
    (json['mutateOperationResponses'] as { campaignResult?: { resourceName: string } }[])[1]?.campaignResult
      ?.resourceName,
  );
}

it('makes budget, campaign, group and ad in one go, tied by their real names', async () => {
  const server = await sandboxFixture();
  const campaign = await launched(server);
  const query = `SELECT campaign.id, campaign.status, campaign_budget.amount_micros, ad_group_ad.ad.final_urls, customer.time_zone FROM ad_group_ad WHERE campaign.name = '${name}' AND campaign.status != 'REMOVED' LIMIT 2`;
  expect(await rows(server, query)).toEqual([
    {
      campaign: { resourceName: campaign, id: campaign.split('/').at(-1), status: 'PAUSED' },
      campaignBudget: {
        resourceName: expect.stringMatching(/campaignBudgets\/\d+$/),
        amountMicros: '40000000',
      },
      adGroupAd: {
        resourceName: expect.stringMatching(/adGroupAds\/\d+~\d+$/),
        ad: { finalUrls: ['https://acme.example/'] },
      },
      customer: { resourceName: 'customers/1234567890', timeZone: 'Europe/Berlin' },
    },
  ]);
  expect(await rows(server, "SELECT campaign.id FROM campaign WHERE campaign.name = 'Other'")).toBeUndefined();
});

it('refuses a name that is taken, and then does nothing at all', async () => {
  const server = await sandboxFixture();
  await launched(server);
  const second = [{ ...launch[0], campaignBudgetOperation: { create: { name: 'Another budget' } } }, launch[1]];
  const { status, json } = await mutate(server, second);
  expect([status, JSON.stringify(json)]).toEqual([
    400,
    expect.stringContaining('"campaignError":"DUPLICATE_CAMPAIGN_NAME"'),
  ]);
  expect(await rows(server, 'SELECT campaign_budget.name FROM campaign_budget')).toHaveLength(1);
  expect(await server.effects()).toHaveLength(1);
});

it('spends from when it runs until it is paused', async () => {
  const server = await sandboxFixture();
  const resourceName = await launched(server);
  const id = resourceName.split('/').at(-1);
  const set = (status: string): Promise<Seen> =>
    mutate(server, [{ campaignOperation: { update: { resourceName, status }, updateMask: 'status' } }]);
  await set('ENABLED');
  await set('ENABLED');
  expect(await server.effects()).toMatchObject([
    { operation: 'create-campaign', effect: 'inert', key, id, undone: false },
    { operation: 'enable', effect: 'spend', key, id, undone: false },
  ]);
  await set('PAUSED');
  expect((await server.effects()).map(({ undone }) => undone)).toEqual([false, true]);
  await mutate(server, [{ campaignOperation: { remove: resourceName } }]);
  expect((await server.effects()).map(({ undone }) => undone)).toEqual([true, true]);
  expect((await set('ENABLED')).status).toBe(400);
});

it('runs at once where the status was forgotten', async () => {
  const server = await sandboxFixture();
  await mutate(server, [{ campaignOperation: { create: { name } } }]);
  expect(await server.effects()).toMatchObject([{ operation: 'create-campaign', effect: 'spend' }]);
});

it('changes nothing where it only validates', async () => {
  const server = await sandboxFixture();
  expect(await mutate(server, launch, { validateOnly: true })).toMatchObject({ status: 200, json: {} });
  expect([await server.effects(), await rows(server, 'SELECT campaign.id FROM campaign')]).toEqual([[], undefined]);
});

it('bills in the currency that it was told', async () => {
  const server = await sandboxFixture();
  await server.call('POST', '/_sandbox/google-ads/customers', { id: '123-456-7890', currency: 'USD' });
  expect(await rows(server, 'SELECT customer.currency_code FROM customer')).toMatchObject([
    { customer: { currencyCode: 'USD' } },
  ]);
});

it('wants a last day where the budget is a total, and no total in a daily budget', async () => {
  const server = await sandboxFixture();
  const budget = (fields: object): object => ({
    campaignBudgetOperation: { create: { resourceName: temporary('campaignBudgets', -1), name, ...fields } },
  });
  const total = budget({ period: 'CUSTOM_PERIOD', totalAmountMicros: '400000000' });
  const campaign = (fields: object): object => ({
    campaignOperation: {
      create: { name, status: 'PAUSED', campaignBudget: temporary('campaignBudgets', -1), ...fields },
    },
  });
  const said = async (...operations: object[]): Promise<string> => (await mutate(server, operations)).text;
  expect(await said(total, campaign({}))).toContain('END_DATE_TIME_REQUIRED_FOR_TOTAL_BUDGET');
  expect(await said(budget({ totalAmountMicros: '1' }))).toContain('TOTAL_BUDGET_AMOUNT_MUST_BE_UNSET');
  expect(await server.effects()).toEqual([]);
  expect(await said(total, campaign({ endDateTime: '2027-03-11 23:59:59' }))).toContain('campaignResult');
});
