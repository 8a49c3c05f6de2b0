import {
  json,
  listOf,
  objectOf,
  textOf,
  type SandboxAnswer,
  type SandboxPart,
  type SandboxRequest,
  type Store,
} from '../../sandbox/kit/index.ts';
import { mutate } from './sandbox/mutate.ts';
import { search } from './sandbox/search.ts';

const account = '/v\\d+/customers/:customer(\\d+)';

/** Google Ads: a mutate is done wholly or not at all, and names of campaigns are unique. */
export const sandbox: SandboxPart = {
  id: 'google-ads',
  routes: [
    {
      method: 'POST',
      path: `${account}/googleAds:mutate`,
      operation: nameMutate,
      operations: ['create-campaign', 'enable', 'pause', 'remove', 'update', 'validate'],
      handle: mutate,
    },
    { method: 'POST', path: `${account}/googleAds:search`, operation: 'search', reads: true, handle: search },
    {
      method: 'GET',
      path: '/v\\d+/customers:listAccessibleCustomers',
      operation: 'list-customers',
      reads: true,
      handle: () => json(200, { resourceNames: [] }),
    },
  ],
  controls: [{ method: 'POST', path: '/customers', operation: 'set-customer', handle: setCustomer }],
  failures: {
    401: {
      error: {
        code: 401,
        message: 'Request had invalid authentication credentials.',
        status: 'UNAUTHENTICATED',
      },
    },
    404: { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } },
    429: {
      error: {
        code: 429,
        message: 'Resource has been exhausted (e.g. check quota).',
        status: 'RESOURCE_EXHAUSTED',
      },
    },
    500: { error: { code: 500, message: 'Internal error encountered.', status: 'INTERNAL' } },
  },
};

function nameMutate({ fields }: SandboxRequest): string {
  if (fields['validateOnly'] === true) return 'validate';
  const campaigns = listOf(fields['mutateOperations']).map((value) => objectOf(objectOf(value)['campaignOperation']));
  if (campaigns.some(({ create }) => create !== undefined)) return 'create-campaign';
  if (campaigns.some(({ remove }) => remove !== undefined)) return 'remove';
  const statuses = campaigns.map(({ update }) => textOf(objectOf(update)['status']));
  if (statuses.includes('ENABLED')) return 'enable';
  return statuses.includes('PAUSED') ? 'pause' : 'update';
}

/** `POST /_sandbox/google-ads/customers {id, currency}`: the currency in which an account is billed. */
function setCustomer({ fields }: SandboxRequest, store: Store): SandboxAnswer {
  const [id, currency] = [textOf(fields['id']).replaceAll('-', ''), textOf(fields['currency'])];
  if (!/^\d+$/.test(id) || !/^[A-Z]{3}$/.test(currency))
    return json(400, { version: 1, message: 'id is a number, currency three capital letters' });
  store.collection('customers').put(id, { currencyCode: currency, timeZone: 'Europe/Berlin' });
  return json(201, { version: 1, id, currency });
}
