import { expect, it } from 'vitest';
import type { LoadedBrand } from '../load/types.ts';
import { assessRisk } from './assess-risk.ts';
import type { AssembledStep } from './types.ts';

const brand = { ceiling: null, profile: {} } as LoadedBrand;

function step(title: string, riskFloor: string, more: object = {}): AssembledStep {
  return { resolved: { action: { title, riskFloor } }, step: { reversibility: 'full', ...more } } as AssembledStep;
}

it('gives the reasons in plain words, the gravest first, each once', () => {
  const steps = [
    step('Search ads', 'medium', { spend: { total: { minor: 40_000, currency: 'EUR' } } }),
    step('E-mail', 'low', { audience: { size: 12_000 }, reversibility: 'none' }),
    step('Search ads', 'medium'),
  ];
  expect(assessRisk(steps, brand)).toEqual({
    level: 'high',
    reasons: [
      'more than 10,000 people',
      'Search ads: always at least medium',
      'spends up to 400.00 EUR',
      'cannot be undone: E-mail',
    ],
  });
  expect(assessRisk([step('Post', 'low')], brand)).toEqual({ level: 'low', reasons: [] });
});
