import { describe, expect, it } from 'vitest';
import type { Policy, Rule } from '../generated/types/policy.ts';
import type { Step } from '../generated/types/plan.ts';
import { planForTest } from './plan-for-test.ts';
import { requirementsFor } from './requirements-for.ts';

function policyWith(when: Rule['when']): Policy {
  return {
    version: 1,
    repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
    approvals: { rules: [{ name: 'Special', count: 1, from: [], ...(when === undefined ? {} : { when }) }] },
    'exchange-rates': { currency: 'EUR', rates: { USD: '0.90' } },
  };
}

const audience = (size: number, ...markets: string[]): Partial<Step> => ({
  audience: { list: 'news', size, tolerance: 5, consent: 'opt-in', channel: 'email', markets },
});
const spend = (minor: number, currency: string): Partial<Step> => ({ spend: { total: { minor, currency } } });

describe('requirementsFor', () => {
  it.each<[string, Rule['when'], Partial<Step>[], readonly string[], boolean]>([
    ['no condition', undefined, [{}], [], true],
    ['risk', { risk: ['low'] }, [{}], [], true],
    ['other risk', { risk: ['high'] }, [{}], [], false],
    ['brand', { brands: ['acme'] }, [{}], [], true],
    ['other brand', { brands: ['globex'] }, [{}], [], false],
    ['platform', { platforms: ['slack'] }, [{}], [], true],
    ['other platform', { platforms: ['sendgrid'] }, [{}], [], false],
    ['audience at the number', { 'audience-over': 100 }, [audience(60, 'DE'), audience(40, 'DE')], [], false],
    ['audience above it', { 'audience-over': 100 }, [audience(60, 'DE'), audience(41, 'DE')], [], true],
    ['market of the audience', { markets: ['DE'] }, [audience(1, 'DE')], ['US'], true],
    ['another market', { markets: ['FR'] }, [audience(1, 'DE')], ['FR'], false],
    ['member of the union', { markets: ['EU'] }, [audience(1, 'DE')], [], true],
    ['state of a country', { markets: ['US'] }, [audience(1, 'US-CA')], [], true],
    ['country of a state', { markets: ['US-CA'] }, [audience(1, 'US')], [], true],
    ['a page reaches where the brand sells', { markets: ['FR'] }, [audience(1, 'DE'), {}], ['FR'], true],
    ['nobody knows the market', { markets: ['FR'] }, [{}], [], true],
    ['spend at the number', { 'spend-over': '100.00 EUR' }, [spend(10_000, 'EUR')], [], false],
    ['spend above it', { 'spend-over': '100.00 EUR' }, [spend(6_000, 'EUR'), spend(4_001, 'EUR')], [], true],
    ['spend in two currencies', { 'spend-over': '100.00 EUR' }, [spend(6_000, 'EUR'), spend(4_000, 'USD')], [], false],
    ['spend without a rate', { 'spend-over': '100.00 EUR' }, [spend(1, 'GBP')], [], true],
    ['no spend', { 'spend-over': '0.00 EUR' }, [{}], [], false],
    ['one condition of two', { brands: ['acme'], risk: ['high'] }, [{}], [], false],
  ])('%s', (_case, when, steps, markets, applies) => {
    const found = requirementsFor(planForTest({ steps }), policyWith(when), markets);
    expect(found.map(({ rule }) => rule)).toEqual([applies ? 'Special' : 'Review']);
  });

  it('asks two people where the risk is critical', () => {
    const found = requirementsFor(planForTest({ risk: 'critical' }), policyWith({ risk: ['low'] }));
    expect(found.map(({ rule, count }) => [rule, count])).toEqual([
      ['Review', 1],
      ['Two people (critical risk)', 2],
    ]);
  });
});
