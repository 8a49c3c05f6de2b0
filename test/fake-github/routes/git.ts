import { fieldText } from '../field-text.ts';
import { noticePushes } from '../notice-pushes.ts';
import { created, noContent, notFound, ok, page, refused, unprocessable } from '../reply.ts';
import { routes } from '../route.ts';
import { showCommit, showFile } from '../show/show-commit.ts';
import { showPull } from '../show/show-pull.ts';
import type { Asked, Reply } from '../types.ts';
import type { World } from '../world.ts';

const mostCompared = 300;

/** Commits, files and refs through the API. */
export const gitRoutes = routes('contents', {
  'GET ~/commits/*ref': (world, { at }) => {
    const commit = world.store.commit(at['ref'] ?? '') ?? world.store.commit(`refs/${at['ref']}`);
    return commit === null ? unprocessable(`No commit found for SHA: ${at['ref']}`) : ok(showCommit(world, commit));
  },
  'GET ~/compare/*basehead': compare,
  'GET ~/contents/*path': (world, { at, url }) => {
    const ref = url.searchParams.get('ref') ?? world.defaultBranch;
    const sha = world.store.attempt('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}:${at['path']}`);
    if (sha === null) return notFound;
    const bytes = Buffer.from(world.store.git(['cat-file', 'blob', sha]));
    return ok({ type: 'file', path: at['path'], sha, size: bytes.length, encoding: 'base64', content: bytes.toString('base64') });
  },
  'GET ~/git/ref/*ref': (world, { at }) => showRef(world, at['ref'] ?? ''),
  'GET ~/git/matching-refs/*ref': (world, asked) => {
    const lines = world.store.git(['for-each-ref', '--format=%(objectname) %(refname)', `refs/${asked.at['ref']}*`]).split('\n');
    return page(asked, lines.filter(Boolean), (line) => ({ ref: line.slice(41), object: { type: 'commit', sha: line.slice(0, 40) } })); // prettier-ignore
  },
  'POST ~/git/refs': ['write', (world, { body, user }) => {
    const [ref, sha] = [fieldText(body, 'ref'), fieldText(body, 'sha')];
    if (!/^refs\/[^/]+\/./.test(ref)) return refused(422, 'Reference name is not valid');
    if (world.store.resolve(sha) === null) return refused(422, 'Object does not exist');
    // Only where there is none: the loser of a race is told so.
    if (!world.store.updateRef(ref, sha, '0'.repeat(40))) return refused(422, 'Reference already exists');
    noticePushes(world, user ?? undefined);
    return created({ ref, object: { type: 'commit', sha } });
  }],
  'PATCH ~/git/refs/*ref': ['write', (world, { at, body, user }) => {
    const ref = `refs/${at['ref']}`;
    const [before, sha] = [world.store.resolve(ref), fieldText(body, 'sha')];
    if (before === null) return refused(422, 'Reference does not exist');
    if (world.store.resolve(sha) === null) return refused(422, 'Object does not exist');
    if (body['force'] !== true && world.store.mergeBase(before, sha) !== before) return refused(422, 'Update is not a fast forward');
    if (!world.store.updateRef(ref, sha, before)) return refused(409, 'Conflict');
    noticePushes(world, user ?? undefined);
    return showRef(world, at['ref'] ?? '');
  }],
  'DELETE ~/git/refs/*ref': ['write', (world, { at, user }) => {
    if (world.store.attempt('update-ref', '-d', `refs/${at['ref']}`) === null) return refused(422, 'Reference does not exist');
    noticePushes(world, user ?? undefined);
    return noContent;
  }],
}); // prettier-ignore

/** Pull requests of a commit: those that hold it, and those whose merge made it. */
export const commitPullRoutes = routes('pull_requests', {
  'GET ~/commits/:sha/pulls': (world, asked) => {
    const sha = world.store.resolve(asked.at['sha'] ?? '');
    if (sha === null) return unprocessable(`No commit found for SHA: ${asked.at['sha']}`);
    const found = world.pulls.filter(
      ({ pull }) => pull.landed.includes(sha) || holds(world, pull.base.sha, pull.head.sha, sha),
    );
    return page(asked, found, (one) => showPull(world, one));
  },
});

function holds(world: World, base: string, head: string, sha: string): boolean {
  return world.store
    .git(['rev-list', `${base}..${head}`])
    .split('\n')
    .includes(sha);
}

function showRef(world: World, name: string): Reply {
  const sha = world.store.resolve(`refs/${name}`);
  return sha === null ? notFound : ok({ ref: `refs/${name}`, object: { type: 'commit', sha } });
}

function compare(world: World, asked: Asked): Reply {
  const [from = '', to = ''] = (asked.at['basehead'] ?? '').split('...');
  const [base, head] = [world.store.resolve(from), world.store.resolve(to)];
  const fork = base === null || head === null ? null : world.store.mergeBase(base, head);
  if (base === null || head === null || fork === null) return notFound;
  const commits = world.store.log([`${base}..${head}`]);
  const behind = Number(world.store.git(['rev-list', '--count', `${head}..${base}`]));
  const status = commits.length === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged';
  return ok({
    status, ahead_by: commits.length, behind_by: behind, total_commits: commits.length, merge_base_commit: { sha: fork },
    commits: commits.slice(0, 250).map((one) => showCommit(world, one)), files: world.store.changes(fork, head).slice(0, mostCompared).map(showFile),
  }); // prettier-ignore
}
