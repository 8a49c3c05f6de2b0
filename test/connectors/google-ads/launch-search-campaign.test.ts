import { describe, expect, it } from 'vitest';
import { campaignDays } from '../../../src/connectors/google-ads/campaign-days.ts';
import { microsOf } from '../../../src/connectors/google-ads/check-campaign.ts';
import { widthOf } from '../../../src/connectors/google-ads/limits.ts';
import { at } from '../../../src/connectors/answer.ts';
import type { Answer } from '../../../src/core/ports.ts';
import { conduct, markerOf, setScene } from '../../conformance/conduct-step.ts';
import { sandboxFixture } from '../../support/sandbox-fixture.ts';
import { mustPlan, planChanged, problemsOf } from '../plan-changed.ts';

const uses = 'google-ads/launch-search-campaign';
const euros = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'EUR' });
const mutate = '/google-ads/v25/customers/1234567890/googleAds:mutate';

describe('the days of a campaign', () => {
  const budget = { daily: euros(4000), total: euros(40_000) };
  const scheduled = { date: '2027-03-02', from: 'schedule' } as const;
  const unscheduled = { date: '2026-12-30', from: 'id' } as const;
  it.each([
    [{}, scheduled, { ends: '2027-03-11', days: 10, from: 'schedule' }],
    [{ starts: '2027-02-26' }, scheduled, { starts: '2027-02-26', ends: '2027-03-07', days: 10, from: 'schedule' }],
    [{ ends: '2027-03-31' }, scheduled, { ends: '2027-03-31', days: 30, from: 'stated' }],
    [{ ends: '2027-03-31' }, unscheduled, { ends: '2027-03-31', from: 'stated' }],
    [{}, unscheduled, { ends: '2027-01-22', from: 'id' }],
    [{ ends: '2027-03-01' }, scheduled, null],
    [{ ends: '2027-02-30' }, scheduled, null],
    [{ starts: '2027-13-01' }, scheduled, null],
  ])('%j from %j are %j', (stated, day, days) => {
    expect(campaignDays(stated, budget, day)).toEqual(days);
  });

  it('are rounded up, and never ten years', () => {
    expect(campaignDays({}, { daily: euros(4001), total: euros(40_000) }, scheduled)).toMatchObject({ days: 10 });
    expect(campaignDays({}, { daily: euros(1), total: euros(99_999_999) }, scheduled)).toBeNull();
  });
});

it.each([
  [{ minor: 40_000, currency: 'EUR' }, '400000000'],
  [{ minor: 40_000, currency: 'JPY' }, '40000000000'],
  [{ minor: 1, currency: 'KWD' }, '1000'],
])('counts %j in millionths: %s', (money, micros) => {
  expect(microsOf(money)).toBe(micros);
});

it('counts signs that are twice as wide twice', () => {
  expect(['Räder', '自転車', '자전거', 'ｂｉｋｅ', '🚲'].map(widthOf)).toEqual([5, 6, 6, 8, 2]);
});

describe('what would go wrong at Google', () => {
  const ads = {
    headlines: ['One', 'Two', 'Three'],
    descriptions: ['First.', 'Second.'],
    keywords: [{ text: 'bike' }],
  };
  it.each([
    [{ ads: { ...ads, headlines: ['One', 'Two', 'x'.repeat(31)] } }, [['platform/too-long', 'x'.repeat(31)]]],
    [{ ads: { ...ads, headlines: ['One', 'Two', '自'.repeat(16)] } }, [['platform/too-long', '自'.repeat(16)]]],
    [{ ads: { ...ads, headlines: ['One', 'Two', '自'.repeat(15)] } }, []],
    [{ ads: { ...ads, descriptions: ['First.', 'y'.repeat(91)] } }, [['platform/too-long', 'y'.repeat(91)]]],
    [{ ads: { ...ads, paths: ['sixteen-letters-'] } }, [['platform/too-long', 'sixteen-letters-']]],
    [
      { ads: { ...ads, keywords: [{ text: 'a b c d e f g h i j k' }] } },
      [['platform/too-long', 'a b c d e f g h i j k']],
    ],
    [{ 'final-url': 'http://acme.example/' }, [['platform/bad-address', 'http://acme.example/']]],
    [{ 'final-url': 'https://user:pw@acme.example/' }, [['platform/bad-address', 'https://user:pw@acme.example/']]],
    [{ 'final-url': 'bikes' }, [['platform/bad-address', 'bikes']]],
    [{ countries: ['DE', 'XX'] }, [['platform/unknown-country', 'XX']]],
    [{ budget: { daily: '40.00 EUR', total: '400.00 USD' } }, [['platform/two-currencies', '/steps/it/with/budget']]],
    [
      { budget: { daily: '0.00 EUR', total: '400.001 EUR' } },
      [
        ['platform/bad-amount', '0.00 EUR'],
        ['platform/bad-amount', '400.001 EUR'],
      ],
    ],
    [
      { budget: { daily: '39.99 EUR', total: '400.00 EUR' } },
      [['platform/budget-does-not-fit', '/steps/it/with/budget']],
    ],
    [{ ends: '2027-03-01' }, [['platform/bad-dates', '/steps/it/with/ends']]],
  ])('%j', async (input, problems) => {
    expect(await problemsOf(uses, input)).toEqual(problems);
  });

  it('is named all at once', async () => {
    const wrong = { countries: ['XX'], 'final-url': 'bikes', budget: { daily: '1.00 EUR', total: '400.00 EUR' } };
    const found = await planChanged(uses, wrong, { settings: { 'customer-id': '123-456-7890' } });
    expect('step' in found ? [] : new Set(found.map(({ code }) => code))).toEqual(
      new Set([
        'platform/bad-address',
        'platform/bad-setting',
        'platform/budget-does-not-fit',
        'platform/unknown-country',
      ]),
    );
  });
});

describe('the money', () => {
  it('is what people read and approve, and what Google is told to keep', async () => {
    const { step, plan } = await mustPlan(uses);
    expect(step.spend).toEqual({ total: euros(40_000), daily: euros(4000), starts: '2027-03-02', ends: '2027-03-11' });
    expect(
      at(step.operations[0]?.request.json, 'mutateOperations', 0, 'campaignBudgetOperation', 'create'),
    ).toMatchObject({
      period: 'CUSTOM_PERIOD',
      totalAmountMicros: '400000000',
      explicitlyShared: false,
    });
    expect(plan.explanation.steps[0]?.words).toContain('at most 400.00 EUR in all, kept by Google');
  });

  it('says where its last day was not given by anybody', async () => {
    const { plan, step } = await mustPlan(uses, { starts: undefined, ends: undefined });
    expect(plan.explanation.steps[0]?.words).toContain('two weeks to approve and merge are added');
    expect(step.spend).toMatchObject({ total: euros(40_000), ends: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  });

  it('is not spent in an account of another currency', async () => {
    const server = await sandboxFixture();
    const planned = await mustPlan(uses);
    const asked = () => planned.action.rehearse?.(planned.step, conduct(server, planned).read);
    expect(await asked()).toEqual([]);
    await server.call('POST', '/_sandbox/google-ads/customers', { id: '1234567890', currency: 'USD' });
    expect(await asked()).toMatchObject([{ code: 'platform/other-currency', severity: 'block' }]);
  });
});

async function onStage() {
  const server = await sandboxFixture();
  const planned = await mustPlan(uses);
  await setScene(server, planned);
  const [create, enable] = planned.step.operations;
  if (create === undefined || enable === undefined) throw new Error('two operations');
  return { server, planned, create, enable, conductor: conduct(server, planned) };
}

describe('a name that is taken', () => {
  it('by an earlier attempt of ours is in doubt, and the look-up adopts what is there', async () => {
    const { create, conductor, server } = await onStage();
    const first = await conductor.make(create);
    const second = await conductor.make(create);
    expect(second.outcome).toMatchObject({ is: 'unknown' });
    expect(await conductor.probe(create)).toEqual({
      is: 'found',
      receipt: first.outcome.is === 'done' ? first.outcome.receipt : null,
    });
    expect(await server.effects()).toHaveLength(1);
  });

  it('by somebody else is a refusal', async () => {
    const { planned, create } = await onStage();
    const error = {
      errorCode: { campaignError: 'DUPLICATE_CAMPAIGN_NAME' },
      message: 'Taken.',
      trigger: { stringValue: 'Other' },
    };
    expect(interpret(planned, create, { error: { details: [{ errors: [error] }] } }, 400)).toMatchObject({
      is: 'refused',
      finding: { code: 'platform/rejected', message: expect.stringContaining('DUPLICATE_CAMPAIGN_NAME') },
    });
  });
});

it('waits as long as Google asks, which it says in the body', async () => {
  const { planned, create } = await onStage();
  const details = [
    {
      errors: [
        { errorCode: { quotaError: 'RESOURCE_EXHAUSTED' }, details: { quotaErrorDetails: { retryDelay: '900s' } } },
      ],
    },
  ];
  expect(interpret(planned, create, { error: { code: 429, details } }, 429)).toEqual({ is: 'throttled', seconds: 900 });
});

function interpret(
  planned: Awaited<ReturnType<typeof mustPlan>>,
  operation: Parameters<ReturnType<typeof conduct>['make']>[0],
  json: object,
  status: number,
) {
  const answer: Answer & { is: 'answer' } = { is: 'answer', status, headers: {}, text: JSON.stringify(json) };
  const request = { method: 'POST', path: '/', headers: {} };
  const facts = { operation, connection: planned.step.connection, key: '', marker: markerOf(planned.step), request };
  return planned.action.operations[operation.kind]?.interpret(answer, facts);
}

describe('what people do meanwhile', () => {
  it('a campaign that somebody removed is put to a person, not made again', async () => {
    const { server, create, conductor } = await onStage();
    await conductor.make(create);
    const resource = `customers/1234567890/campaigns/${conductor.receipts['create']?.id ?? ''}`;
    await server.call('POST', mutate, { mutateOperations: [{ campaignOperation: { remove: resource } }] });
    expect(await conductor.probe(create)).toMatchObject({ is: 'cannot-tell' });
    expect((await conductor.make(create, 'undo')).outcome).toMatchObject({ is: 'nothing-to-undo' });
  });

  it('a campaign that somebody runs is not removed', async () => {
    const { create, enable, conductor } = await onStage();
    await conductor.make(create);
    expect(await conductor.isUnchanged(create)).toBe(true);
    await conductor.make(enable);
    expect(await conductor.isUnchanged(create)).toBe(false);
    await conductor.make(enable, 'undo');
    expect(await conductor.isUnchanged(create)).toBe(true);
  });

  it('another budget or text is seen when it is read back', async () => {
    const { planned, create, enable, conductor } = await onStage();
    await conductor.make(create);
    await conductor.make(enable);
    const other = await mustPlan(uses, { budget: { daily: '40.00 EUR', total: '399.00 EUR' } });
    expect(await planned.action.verify(other.step, conductor.receipts, conductor.read)).toMatchObject({
      verdict: 'differs',
      words: 'other than approved: budget',
    });
  });
});
