import { describe, expect, it } from 'vitest';
import { stepForTest } from '../../plan/execution-for-test.ts';
import { audienceForTest, consentForTest, contextForTest, type ContextChanges } from '../context-for-test.ts';
import { alreadyRan } from './already-ran.ts';
import { approvalLifetime } from './approval-lifetime.ts';
import { audienceMaximum } from './audience-maximum.ts';
import { budget } from './budget.ts';
import { campaign } from './campaign.ts';
import { evidence } from './evidence.ts';
import { gates } from './index.ts';
import { schedulePast } from './schedule-past.ts';
import { scheduleWindow } from './schedule-window.ts';
import { secretsBound } from './secrets-bound.ts';
import { templateText } from './template-text.ts';
import { consent } from './consent.ts';
import type { Gate } from '../types.ts';

const mail = (changes: Partial<typeof audienceForTest> = {}) =>
  stepForTest('mail', { with: { audience: { ...audienceForTest, ...changes } } });
const ads = (minor: number, currency = 'EUR') =>
  stepForTest('ads', { with: { spend: { total: { minor, currency } } } });
const findings = async (gate: Gate, changes: ContextChanges) => gate(await contextForTest(changes));
const codes = async (gate: Gate, changes: ContextChanges) => (await findings(gate, changes)).map(({ code }) => code);
const digest = async (changes: ContextChanges = {}) => (await contextForTest(changes)).plan.digest;
const ran = { brand: 'acme', digest: 'mc1:sha256:other', isSameFolder: false };

/** A gate, what is tried, and the codes that it must give. */
const cases: readonly (readonly [string, Gate, string, ContextChanges, readonly string[]])[] = [
  ['alreadyRan', alreadyRan, 'never ran', {}, []],
  ['alreadyRan', alreadyRan, 'ran with other content', { ran }, ['execution/already-ran']],
  ['alreadyRan', alreadyRan, 'ran for another brand', { ran: { ...ran, brand: 'other' } }, ['execution/other-brand']],
  ['evidence', evidence, 'exists', { steps: [mail()] }, []],
  ['evidence', evidence, 'does not exist', { steps: [mail()], consent: undefined }, ['evidence/unknown']],
  ['evidence', evidence, 'is new', { steps: [mail()], newEvidence: new Set(['double-opt-in']) }, ['evidence/new']],
  ['evidence', evidence, 'is changed', { steps: [mail()], changedEvidence: new Set(['double-opt-in']) }, ['evidence/changed']], // prettier-ignore
  ['evidence', evidence, 'is new but not used', { newEvidence: new Set(['double-opt-in']) }, []],
  ['audienceMaximum', audienceMaximum, 'at the limit', { steps: [mail()], policy: { 'audience-max': 1000 } }, []],
  ['audienceMaximum', audienceMaximum, 'above', { steps: [mail()], policy: { 'audience-max': 999 } }, ['consent/audience-max']], // prettier-ignore
  ['budget', budget, 'exactly the ceiling', { steps: [ads(500_000)] }, []],
  ['budget', budget, 'a cent above', { steps: [ads(500_001)] }, ['budget/over-ceiling']],
  ['budget', budget, 'with what is reserved', { steps: [ads(400_000)], reserved: [{ minor: 100_001, currency: 'EUR' }] }, ['budget/over-ceiling']], // prettier-ignore
  ['budget', budget, 'no ceiling, but nothing is spent', { brand: { ceiling: null } }, []],
  ['budget', budget, 'no ceiling', { steps: [ads(1)], brand: { ceiling: null } }, ['budget/no-ceiling']],
  ['budget', budget, 'another currency without a rate', { steps: [ads(1, 'USD')] }, ['budget/no-rate']],
  ['budget', budget, 'another currency with a rate', { steps: [ads(500_000, 'USD')], policy: { 'exchange-rates': { currency: 'EUR', rates: { USD: '1.5' } } } }, ['budget/over-ceiling']], // prettier-ignore
  ['schedulePast', schedulePast, 'later', {}, []],
  ['schedulePast', schedulePast, 'within the tolerance', { now: new Date('2027-03-02T09:00:00Z') }, ['schedule/soon']],
  ['schedulePast', schedulePast, 'over', { now: new Date('2027-03-02T10:00:01Z') }, ['schedule/past']],
  [
    'schedulePast',
    schedulePast,
    'over, but on the base like this',
    { now: new Date('2028-01-01'), isChanged: false },
    [],
  ],
  ['schedulePast', schedulePast, 'without a schedule', { manifest: { schedule: undefined as never } }, []],
  ['scheduleWindow', scheduleWindow, 'open', { policy: { 'quiet-hours': { from: '21:00', to: '09:00' } } }, []],
  ['scheduleWindow', scheduleWindow, 'quiet', { policy: { 'quiet-hours': { from: '21:00', to: '09:01' } } }, ['schedule/closed']], // prettier-ignore
  ['scheduleWindow', scheduleWindow, 'blackout', { policy: { blackout: ['2027-03-02'] } }, ['schedule/closed']],
  ['templateText', templateText, 'own words', {}, []],
  ['templateText', templateText, 'words of the template', { steps: [stepForTest('note', { with: { title: 'Write here what people can do' } })] }, ['content/template-text']], // prettier-ignore
  ['templateText', templateText, 'in the summary', { manifest: { summary: 'Hello: say in one sentence what happens.' } }, ['content/template-text']], // prettier-ignore
  ['approvalLifetime', approvalLifetime, 'within', { policy: { approvals: { lifetime: 'P10D' } } }, []],
  ['approvalLifetime', approvalLifetime, 'beyond', { policy: { approvals: { lifetime: 'P8D' } } }, ['approval/would-expire']], // prettier-ignore
  ['approvalLifetime', approvalLifetime, 'beyond what is usual', { now: new Date('2026-09-01') }, ['approval/would-expire']], // prettier-ignore
  ['campaign', campaign, 'known', { manifest: { campaign: 'spring-2027' } }, []],
  ['campaign', campaign, 'unknown', { manifest: { campaign: 'sprng-2027' } }, ['plan/unknown-campaign']],
  ['secretsBound', secretsBound, 'bound', {}, []],
  ['secretsBound', secretsBound, 'not bound at all', { policy: { secrets: {} } }, ['control-plane/secret-not-bound']],
  ['consent', consent, 'covers everything', { steps: [mail()] }, []],
  ['consent', consent, 'no audience', {}, []],
];

describe('gates', () => {
  it.each(cases)('%s', async (_name, gate, _what, changes, expected) => {
    expect(await codes(gate, changes)).toEqual(expected);
  });

  it('have each a case that passes and one that fails', () => {
    const seen = (isFailure: boolean) =>
      new Set(cases.filter(([, , , , expected]) => expected.length > 0 === isFailure).map(([, gate]) => gate));
    const consentFails = new Set([...seen(true), consent]);
    expect(gates.filter((gate) => !seen(false).has(gate) || !consentFails.has(gate))).toEqual([]);
  });

  it('lets the same content of an identity pass that ran', async () => {
    expect(await codes(alreadyRan, { ran: { ...ran, digest: await digest() } })).toEqual([]);
  });

  it.each([
    ['platform', { platform: 'other', hosts: ['acme.example'], brands: ['acme'] }],
    ['host', { platform: 'paper', hosts: ['evil.example', 'acme.example.evil.test'], brands: ['acme'] }],
    ['brand', { platform: 'paper', hosts: ['acme.example'], brands: ['other'] }],
  ])('does not send a secret to another %s', async (_what, binding) => {
    const steps = [stepForTest('one'), stepForTest('two')];
    // Two steps on one connection are one problem.
    expect(await codes(secretsBound, { steps, policy: { secrets: { ACME_TOKEN: binding } } })).toEqual([
      'control-plane/secret-not-bound',
    ]);
  });

  it('says the overage in exact amounts', async () => {
    const [found] = await findings(budget, { steps: [ads(1_250_000)] });
    expect(found?.message).toContain('12500.00 EUR');
    expect(found?.message).toContain('7500.00 EUR');
    expect(found?.hint).toContain('--confirm-spend "12500.00 EUR"');
  });
});

describe('consent', () => {
  const { channels: _channels, ...withoutChannels } = consentForTest;
  const { markets: _markets, ...withoutMarkets } = consentForTest;
  it.each<[string, Partial<typeof audienceForTest>, ContextChanges['consent'], readonly string[]]>([
    ['another kind', {}, { ...consentForTest, kind: 'claim' }, ['consent/wrong-kind']],
    ['expired the day before', {}, { ...consentForTest, expires: '2027-03-01' }, ['consent/expired']],
    ['expires on the day', {}, { ...consentForTest, expires: '2027-03-02' }, []],
    ['recorded later', {}, { ...consentForTest, date: '2027-03-03' }, ['consent/not-yet']],
    ['another channel', { channel: 'sms' }, consentForTest, ['consent/other-channel']],
    ['no channel', {}, withoutChannels, ['consent/incomplete']],
    ['another list', { list: 'customers' }, consentForTest, ['consent/other-list']],
    ['another market', { markets: ['DE', 'FR'] }, consentForTest, ['consent/other-market']],
    ['the market as the brand states it', { markets: [] }, consentForTest, []],
    ['a region covers its countries', {}, { ...consentForTest, markets: ['EU'] }, []],
    ['no market', {}, withoutMarkets, ['consent/incomplete']],
    ['size at the tolerance', { size: 1100 }, consentForTest, []],
    ['size above it', { size: 1101 }, consentForTest, ['consent/size-moved']],
    ['size below it', { size: 899 }, consentForTest, ['consent/size-moved']],
    ['no word of those who left', {}, { ...consentForTest, suppression: false }, ['consent/suppression']],
  ])('%s', async (_name, audience, record, expected) => {
    expect(await codes(consent, { steps: [mail(audience)], consent: record })).toEqual(expected);
  });
});
