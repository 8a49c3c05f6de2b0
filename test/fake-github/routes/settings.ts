import { fieldText } from '../field-text.ts';
import { created, invalid, notFound, ok, page, refused } from '../reply.ts';
import { routes, type Route } from '../route.ts';
import { showWholeRepository } from '../show/show-account.ts';
import type { Reply } from '../types.ts';
import { actionsApp, type World } from '../world.ts';

type Named = Readonly<Record<string, unknown>>;

/** A list that tests put under `world.settings`, or an empty one. */
function stored(path: (at: Readonly<Record<string, string>>) => string, wrap?: string): Route['answer'] {
  return (world, asked) => page(asked, (world.settings.get(path(asked.at)) ?? []) as Named[], (one) => one, wrap);
}

function object(world: World, path: string, otherwise: Reply = notFound): Reply {
  const found = world.settings.get(path);
  return found === undefined ? otherwise : ok(found);
}

/** What doctor reads: as tests have put it, in the shapes of GitHub. */
export const settingRoutes: readonly Route[] = [
  ...routes('metadata', {
    'GET ~': (world, { user }) => ok(showWholeRepository(world, user?.role ?? 'none')),
    'GET ~/rulesets': (world, asked) => page(asked, rulesets(world), ({ id, name, target, enforcement, source_type }) => ({ id, name, target, enforcement, source_type })), // prettier-ignore
    'GET ~/rulesets/:id': (world, { at, user }) => {
      const found = rulesets(world).find(({ id }) => id === Number(at['id']));
      if (found === undefined) return notFound;
      // Who may bypass is told to administrators only.
      const { bypass_actors: bypass, ...rest } = found as Named;
      return ok(user?.role === 'admin' ? { ...rest, bypass_actors: bypass ?? [] } : rest);
    },
  }),
  ...routes('contents', {
    'GET ~/branches': (world, asked) => {
      const names = [...world.store.branches()].map(([name, sha]) => ({ name, commit: { sha }, protected: world.settings.has(`/branches/${name}/protection`) })); // prettier-ignore
      const only = asked.url.searchParams.get('protected') === 'true';
      return page(asked, only ? names.filter((one) => one.protected) : names, (one) => one);
    },
    'GET ~/branches/:branch': (world, { at }) => {
      const sha = world.store.resolve(`refs/heads/${at['branch']}`);
      return sha === null ? refused(404, 'Branch not found') : ok({ name: at['branch'], commit: { sha }, protected: world.settings.has(`/branches/${at['branch']}/protection`) }); // prettier-ignore
    },
  }),
  ...routes('administration', {
    'GET ~/branches/:branch/protection': ['admin', (world, { at }) => object(world, `/branches/${at['branch']}/protection`, refused(404, 'Branch not protected'))],
    'GET ~/actions/permissions/workflow': ['admin', (world) => ok(world.settings.get('/actions/permissions/workflow') ?? { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false })],
    'GET ~/actions/permissions': ['admin', (world) => ok(world.settings.get('/actions/permissions') ?? { enabled: true, allowed_actions: 'all' })],
    'GET ~/keys': ['admin', stored(() => '/keys')],
    'POST ~/rulesets': ['admin', (world, { body }) => {
      const actors = Array.isArray(body['bypass_actors']) ? (body['bypass_actors'] as Named[]) : [];
      if (actors.some((one) => one['actor_type'] === 'Integration' && one['actor_id'] === actionsApp)) return invalid('Ruleset', 'bypass_actors', 'Actor GitHub Actions integration must be part of the ruleset source or owner organization'); // prettier-ignore
      if (typeof body['name'] !== 'string' || typeof body['enforcement'] !== 'string') return invalid('Ruleset', 'name');
      const made = { ...body, id: world.nextId(), source_type: 'Repository' };
      world.settings.set('/rulesets', [...rulesets(world), made]);
      return created(made);
    }],
  }), // prettier-ignore
  ...routes('actions', {
    'GET ~/environments': stored(() => '/environments', 'environments'),
    'GET ~/environments/:name/deployment-branch-policies': stored(({ name }) => `/environments/${name}/deployment-branch-policies`, 'branch_policies'),
    'GET ~/actions/workflows': stored(() => '/actions/workflows', 'workflows'),
    'GET ~/actions/workflows/:id/runs': stored(({ id }) => `/actions/workflows/${id}/runs`, 'workflow_runs'),
    'GET ~/actions/runs': stored(() => '/actions/runs', 'workflow_runs'),
    'POST ~/actions/workflows/:id/dispatches': ['write', (world, { at, body }) => {
      if (world.store.resolve(`refs/heads/${fieldText(body, 'ref')}`) === null) return refused(422, `No ref found for: ${fieldText(body, 'ref')}`);
      world.dispatches.push({ workflow: at['id'] ?? '', ref: fieldText(body, 'ref'), inputs: body['inputs'] });
      return { status: 204 };
    }],
  }), // prettier-ignore
  ...routes('secrets', {
    'GET ~/actions/secrets': ['write', stored(() => '/actions/secrets', 'secrets')],
    'GET ~/actions/organization-secrets': ['write', stored(() => '/actions/organization-secrets', 'secrets')],
  }),
  ...routes('environments', {
    'GET ~/environments/:name/secrets': ['write', stored(({ name }) => `/environments/${name}/secrets`, 'secrets')],
  }),
];

function rulesets(world: World): readonly (Named & { id: number })[] {
  return (world.settings.get('/rulesets') ?? []) as (Named & { id: number })[];
}
