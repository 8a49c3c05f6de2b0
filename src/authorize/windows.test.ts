import { describe, expect, it } from 'vitest';
import type { Policy } from '../generated/types/policy.ts';
import { isFrozen, type FreezeState } from './freeze.ts';
import { planForTest } from './plan-for-test.ts';
import { isDue } from './windows.ts';

const schedule = {
  at: '2027-03-02T08:00:00Z',
  wall: '2027-03-02T09:00',
  timezone: 'Europe/Berlin',
  tolerance: 'PT2H',
};
type Windows = Pick<Policy, 'blackout' | 'quiet-hours'>;
const quiet: Windows = { 'quiet-hours': { from: '21:00', to: '08:00' } };

describe('isDue', () => {
  it.each<[string, string, Windows, string]>([
    ['before', '2027-03-02T07:59:59Z', {}, 'waiting 2027-03-02T08:00:00.000Z'],
    ['at the time', '2027-03-02T08:00:00Z', {}, 'due'],
    ['at the end of the tolerance', '2027-03-02T10:00:00Z', {}, 'due'],
    ['too late', '2027-03-02T10:00:01Z', {}, 'expired'],
    ['too late beats quiet hours', '2027-03-02T22:00:00Z', quiet, 'expired'],
    [
      'blackout for the whole tolerance',
      '2027-03-02T08:30:00Z',
      { blackout: ['2027-03-02'] },
      'waiting 2027-03-02T10:00:00.001Z',
    ],
    [
      'quiet until within the tolerance',
      '2027-03-02T08:30:00Z',
      { 'quiet-hours': { from: '09:00', to: '10:00' } },
      'waiting 2027-03-02T09:00:00.000Z',
    ],
  ])('with a schedule: %s', (_case, now, policy, expected) => {
    const due = isDue(planForTest({ schedule }).effects, new Date(now), policy);
    expect(due.is === 'waiting' ? `waiting ${due.until.toISOString()}` : due.is).toBe(expected);
  });

  it.each<[string, string, Windows, string, string]>([
    ['open', '2027-03-02T12:00:00Z', quiet, 'UTC', 'due'],
    ['evening', '2027-03-02T21:00:00Z', quiet, 'UTC', 'waiting 2027-03-03T08:00:00.000Z'],
    ['night', '2027-03-03T03:00:00Z', quiet, 'UTC', 'waiting 2027-03-03T08:00:00.000Z'],
    ['end of the night', '2027-03-03T08:00:00Z', quiet, 'UTC', 'due'],
    ['night elsewhere', '2027-03-02T21:00:00Z', quiet, 'America/New_York', 'due'],
    [
      'a day of silence, then the night before opening',
      '2026-12-24T12:00:00Z',
      { ...quiet, blackout: ['2026-12-24', '2026-12-25'] },
      'UTC',
      'waiting 2026-12-26T08:00:00.000Z',
    ],
    [
      'the day begins where the people are',
      '2026-12-23T23:30:00Z',
      { blackout: ['2026-12-24'] },
      'Europe/Berlin',
      'waiting 2026-12-24T23:00:00.000Z',
    ],
    [
      'clocks go forward over the end',
      '2027-03-28T00:30:00Z',
      { 'quiet-hours': { from: '21:00', to: '02:30' } },
      'Europe/Berlin',
      'waiting 2027-03-28T01:30:00.000Z',
    ],
    [
      'clocks go back, second time round',
      '2026-10-25T01:15:00Z',
      { 'quiet-hours': { from: '21:00', to: '02:30' } },
      'Europe/Berlin',
      'waiting 2026-10-25T01:30:00.000Z',
    ],
    ['no hours at all', '2027-03-02T12:00:00Z', { 'quiet-hours': { from: '08:00', to: '08:00' } }, 'UTC', 'due'],
  ])('without one: %s', (_case, now, policy, timezone, expected) => {
    const due = isDue(planForTest().effects, new Date(now), policy, timezone);
    expect(due.is === 'waiting' ? `waiting ${due.until.toISOString()}` : due.is).toBe(expected);
  });
});

describe('isFrozen', () => {
  const subject = { brand: 'acme', platforms: ['slack', 'wordpress'], campaign: 'spring' };
  const frozen = (...scopes: string[]): FreezeState => ({
    known: true,
    scopes: scopes.map((scope) => ({ scope, reason: 'crisis', by: 'ines' })),
  });
  it.each<[string, FreezeState, boolean]>([
    ['nothing', frozen(), false],
    ['all', frozen('all'), true],
    ['this brand', frozen('brand:acme'), true],
    ['another brand', frozen('brand:globex'), false],
    ['one of its platforms', frozen('platform:slack'), true],
    ['another platform', frozen('platform:sendgrid'), false],
    ['its campaign', frozen('campaign:spring'), true],
    ['a scope of a newer version', frozen('market:DE'), true],
    ['unknown', { known: false, why: 'it is not signed' }, true],
  ])('%s', (_case, state, expected) => expect(isFrozen(state, subject) !== null).toBe(expected));

  it('an execution without a campaign is not hit by a freeze of one', () =>
    expect(isFrozen(frozen('campaign:spring'), { brand: 'acme', platforms: [] })).toBeNull());
});
