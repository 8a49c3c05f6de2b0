import type { Connector } from '../../core/contract.ts';
import { readAccount } from './read-account.ts';

/** Google Ads over REST: one mutate is done wholly or not at all, and names of campaigns are unique in an account. */
export const connector: Connector = {
  id: 'google-ads',
  title: 'Google Ads',
  contract: 1,
  docs: 'https://developers.google.com/google-ads/api/rest/overview',
  api: {
    version: 'v25',
    source: 'https://googleads.googleapis.com/$discovery/rest?version=v25',
    readOn: '2026-11-23',
    sunset: '2027-08-01',
  },
  origin: { fixed: 'https://googleads.googleapis.com' },
  secrets: ['access-token', 'developer-token'],
  settings: { 'customer-id': 'the ten digits of the account that pays, without hyphens' },
  optionalSettings: { 'manager-id': 'the ten digits of the manager account through which it is reached' },
  credentials: ({ settings }, secrets) => ({
    authorization: `Bearer ${secrets['access-token'] ?? ''}`,
    'developer-token': secrets['developer-token'] ?? '',
    ...(settings['manager-id'] !== undefined && { 'login-customer-id': settings['manager-id'] }),
  }),
  actions: ['launch-search-campaign'],
  preflight: readAccount,
};
