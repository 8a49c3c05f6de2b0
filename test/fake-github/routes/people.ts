import { noContent, notFound, ok, page, refused } from '../reply.ts';
import { routes } from '../route.ts';
import { showAccount, shownUser } from '../show/show-account.ts';
import type { Reply, Role, User } from '../types.ts';
import type { World } from '../world.ts';

/** Old names for roles, which `permission` still uses. */
const legacy: Readonly<Record<Role, string>> = { none: 'none', read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' }; // prettier-ignore

/** Who may do what. */
export const peopleRoutes = routes('metadata', {
  'GET ~/collaborators': ['write', (world, asked) => {
    const wanted = asked.url.searchParams.get('permission');
    const roles = wanted === 'push' ? ['write', 'maintain', 'admin'] : ['read', 'triage', 'write', 'maintain', 'admin'];
    const found = [...world.users.values()].filter((one) => one.type === 'User' && !one.isDeleted && roles.includes(one.role));
    return page(asked, found, (one) => ({ ...shownUser(world, one), role_name: one.role }));
  }],
  'GET ~/collaborators/:login/permission': ['write', (world, { at }) =>
    withUser(world, at['login'], (user) => ok({ permission: legacy[user.role], role_name: user.role, user: shownUser(world, user) }))],
  'GET ~/collaborators/:login': ['write', (world, { at }) => withUser(world, at['login'], ({ role }) => (role === 'none' ? notFound : noContent))],
  'GET /user/:id': ['none', (world, { at }) => {
    const user = world.users.get(Number(at['id']));
    return user === undefined || user.isDeleted ? notFound : ok(shownUser(world, user));
  }],
  'GET /users/:login': ['none', (world, { at }) => withUser(world, at['login'], (user) => ok(shownUser(world, user)))],
  'GET /user': ['none', (world, { token, user }) =>
    token?.kind !== 'personal' || user === null ? refused(403, 'Resource not accessible by integration') : ok(shownUser(world, user))],
  'GET ~/activity': (world, asked) => {
    const ref = asked.url.searchParams.get('ref');
    const wanted = ref === null || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
    const found = world.pushes.filter((push) => wanted === null || push.ref === wanted).toReversed();
    return page(asked, found, ({ id, ref: at, before, after, actor, kind, at: timestamp }) => ({ id, ref: at, before, after, timestamp, activity_type: kind, actor: showAccount(world, actor) })); // prettier-ignore
  },
}); // prettier-ignore

/** Teams, which the automatic token may not see. */
export const teamRoutes = routes('members', {
  'GET /orgs/acme/teams': (world, asked) =>
    page(asked, [...world.teams.values()], ({ id, slug }) => ({ id, slug, name: slug })),
  'GET /orgs/acme/teams/:slug/members': (world, asked) => {
    const team = world.teams.get(asked.at['slug'] ?? '');
    return team === undefined ? notFound : page(asked, team.members, (id) => showAccount(world, id));
  },
  'GET /orgs/acme/teams/:slug/memberships/:login': (world, { at }) =>
    withUser(world, at['login'], (user) =>
      world.teams.get(at['slug'] ?? '')?.members.includes(user.id) === true
        ? ok({ state: 'active', role: 'member' })
        : notFound,
    ),
});

function withUser(world: World, login: string | undefined, answer: (user: User) => Reply): Reply {
  const wanted = login?.toLowerCase();
  const user = [...world.users.values()].find((one) => !one.isDeleted && one.login.toLowerCase() === wanted);
  return user === undefined ? notFound : answer(user);
}
