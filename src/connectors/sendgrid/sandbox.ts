import { json, type Route, type SandboxPart } from '../../sandbox/kit/index.ts';
import { listRoutes, setList } from './sandbox/lists.ts';
import { schedule, trigger, unschedule } from './sandbox/schedule-send.ts';
import { read, search } from './sandbox/search-sends.ts';
import { create, remove, update } from './sandbox/write-send.ts';

const sends = '/v3/marketing/singlesends';

/** SendGrid's Single Sends: names are not unique, so two creates are two drafts; only scheduling reaches people. */
export const sandbox: SandboxPart = {
  id: 'sendgrid',
  routes: [
    { method: 'POST', path: sends, operation: 'create-single-send', handle: create },
    { method: 'GET', path: sends, operation: 'find-single-sends', reads: true, handle: search },
    { method: 'POST', path: `${sends}/search`, operation: 'find-single-sends', reads: true, handle: search },
    { method: 'PUT', path: `${sends}/:id/schedule`, operation: 'schedule', handle: schedule },
    { method: 'DELETE', path: `${sends}/:id/schedule`, operation: 'unschedule', handle: unschedule },
    { method: 'GET', path: `${sends}/:id`, operation: 'read-single-send', reads: true, handle: read },
    { method: 'PATCH', path: `${sends}/:id`, operation: 'update-single-send', handle: update },
    { method: 'DELETE', path: `${sends}/:id`, operation: 'delete-single-send', handle: remove },
    ...listRoutes(),
    ...accountRoutes(),
  ],
  controls: [{ method: 'POST', path: '/lists', operation: 'set-list', handle: setList }],
  tick: trigger,
  failures: {
    401: { errors: [{ message: 'authorization required', field: null }] },
    404: { errors: [{ message: 'not found', field: null }] },
    429: { errors: [{ message: 'too many requests', field: null }] },
    500: { errors: [{ message: 'internal server error', field: null }] },
  },
};

function accountRoutes(): Route[] {
  const scopes = [
    'marketing.read',
    'marketing.automation.read',
    'marketing.create',
    'marketing.update',
    'marketing.delete',
    'mail.send',
    'asm.groups.read',
  ];
  return [
    {
      method: 'GET',
      path: '/v3/scopes',
      operation: 'read-scopes',
      reads: true,
      handle: () => json(200, { scopes }),
    },
    {
      method: 'GET',
      path: '/v3/user/account',
      operation: 'read-account',
      reads: true,
      handle: () => json(200, { type: 'paid', reputation: 100 }),
    },
    {
      method: 'GET',
      path: '/v3/user/profile',
      operation: 'read-profile',
      reads: true,
      handle: () => json(200, { company: 'Sandbox' }),
    },
  ];
}
