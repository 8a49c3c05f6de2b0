import type { Answer, Part, User } from '../types.ts';
import type { World } from '../world.ts';

/** An account in an answer; null where it is deleted. */
export function showAccount(world: World, id: number | null): Part<Answer<'users', 'getByUsername'>> | null {
  const user = id === null ? undefined : world.users.get(id);
  return user === undefined || user.isDeleted ? null : shownUser(world, user);
}

export function shownUser(world: World, user: User): Part<Answer<'users', 'getByUsername'>> {
  const slug = encodeURIComponent(user.login);
  return {
    login: user.login,
    id: user.id,
    node_id: `U_${user.id}`,
    avatar_url: `${world.origin}/avatars/${user.id}`,
    url: `${world.origin}/users/${slug}`,
    html_url: `${world.origin}/${user.type === 'Bot' ? `apps/${user.login.replace('[bot]', '')}` : slug}`,
    type: user.type,
    site_admin: false,
  };
}

/** The repository as it stands inside of other answers. */
export function showRepository(world: World): Part<Answer<'repos', 'get'>> {
  const { owner, name } = world;
  return {
    id: world.repositoryId,
    node_id: `R_${world.repositoryId}`,
    name,
    full_name: `${owner}/${name}`,
    private: world.isPrivate,
    owner: { login: owner, id: 9_919, type: 'Organization' },
    html_url: `${world.origin}/${owner}/${name}`,
    url: `${world.origin}/repos/${owner}/${name}`,
    clone_url: `${world.origin}/${owner}/${name}.git`,
    fork: false,
    default_branch: world.defaultBranch,
    archived: false,
    disabled: false,
    visibility: world.isPrivate ? 'private' : 'public',
  };
}

/** As `GET /repos/{owner}/{repo}` answers: who may not administer is not told how merges are allowed. */
export function showWholeRepository(world: World, role: string): Part<Answer<'repos', 'get'>> {
  const at = ['none', 'read', 'triage', 'write', 'maintain', 'admin'].indexOf(role);
  const merges = {
    allow_auto_merge: true,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
  };
  return {
    ...showRepository(world),
    permissions: { pull: at >= 1, triage: at >= 2, push: at >= 3, maintain: at >= 4, admin: at >= 5 },
    ...(at >= 3 && merges),
    ...(world.settings.get('') as object | undefined),
  };
}
