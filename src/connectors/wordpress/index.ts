import type { Connector } from '../../core/contract.ts';
import { readAccount } from './read-account.ts';

/** A WordPress site of the brand's own, by its REST interface and an application password. */
export const connector: Connector = {
  id: 'wordpress',
  title: 'WordPress',
  contract: 1,
  docs: 'https://developer.wordpress.org/rest-api/',
  api: {
    version: 'wp/v2 (WordPress 6.5)',
    source: 'https://developer.wordpress.org/rest-api/reference/posts/',
    readOn: '2026-11-25',
  },
  origin: 'connection',
  secrets: ['password'],
  settings: {},
  credentials: ({ account }, { password = '' }) => ({ authorization: `Basic ${base64(`${account}:${password}`)}` }),
  actions: ['publish-post', 'update-post'],
  preflight: readAccount,
};

function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
