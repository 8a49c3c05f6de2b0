import type { SandboxPart } from '../../sandbox/kit/index.ts';
import { account, channelInfo, permalink, setWorkspace } from './sandbox/read-account.ts';
import { history } from './sandbox/read-history.ts';
import { post, remove, update } from './sandbox/write-message.ts';

/** Slack's Web API: errors come with HTTP 200 and `ok: false`. It knows no key, so two calls are two messages. */
export const sandbox: SandboxPart = {
  id: 'slack',
  routes: [
    { method: 'POST', path: '/api/chat.postMessage', operation: 'post', handle: post },
    { method: 'POST', path: '/api/chat.update', operation: 'update', handle: update },
    { method: 'POST', path: '/api/chat.delete', operation: 'delete', handle: remove },
    {
      method: 'GET|POST',
      path: '/api/conversations.history',
      operation: 'read-history',
      reads: true,
      handle: history,
    },
    {
      method: 'GET|POST',
      path: '/api/conversations.info',
      operation: 'read-channel',
      reads: true,
      handle: channelInfo,
    },
    {
      method: 'GET|POST',
      path: '/api/chat.getPermalink',
      operation: 'read-permalink',
      reads: true,
      handle: permalink,
    },
    { method: 'GET|POST', path: '/api/auth.test', operation: 'read-account', reads: true, handle: account },
  ],
  controls: [{ method: 'POST', path: '/workspace', operation: 'set-workspace', handle: setWorkspace }],
  failures: {
    401: { ok: false, error: 'invalid_auth' },
    404: { ok: false, error: 'unknown_method' },
    429: { ok: false, error: 'ratelimited' },
    500: { ok: false, error: 'internal_error' },
  },
};
