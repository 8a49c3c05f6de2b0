import type { Push, User } from './types.ts';
import { actionsBot, type World } from './world.ts';

const nothing = '0'.repeat(40);

/**
 * Takes over what git pushed since the last look: activity, heads of pull requests, their hidden refs. Whoever pushed
 * without saying so is taken for the automatic user.
 */
export function noticePushes(world: World, by?: User, kind?: Push['kind']): void {
  const now = world.store.branches();
  for (const [name, after] of now) {
    const before = world.known.get(name) ?? nothing;
    if (before !== after) note(world, name, before, after, by, kind);
  }
  for (const [name, before] of world.known) if (!now.has(name)) note(world, name, before, nothing, by, kind);
  world.known = now;
}

function note(world: World, name: string, before: string, after: string, by?: User, kind?: Push['kind']): void {
  world.pushes.push({
    id: world.nextId(),
    ref: `refs/heads/${name}`,
    before,
    after,
    actor: by?.id ?? actionsBot,
    kind: kind ?? kindOf(world, before, after),
    at: world.now(),
  });
  for (const issue of world.pulls) {
    const isHead = issue.pull.head.ref === name && issue.pull.head.owner === world.owner;
    if (issue.state === 'open' && isHead && after !== nothing) moveHead(world, issue.number, after);
  }
}

/** A pull request gets a new head. */
export function moveHead(world: World, number: number, sha: string): void {
  const issue = world.pull(number);
  world.store.updateRef(`refs/pull/${number}/head`, sha);
  if (issue.pull.head.sha !== sha && world.dismissStale)
    for (const review of issue.pull.reviews) if (review.state === 'APPROVED') review.state = 'DISMISSED';
  issue.pull.head.sha = sha;
  issue.updatedAt = world.now();
}

function kindOf(world: World, before: string, after: string): Push['kind'] {
  if (before === nothing) return 'branch_creation';
  if (after === nothing) return 'branch_deletion';
  return world.store.mergeBase(before, after) === before ? 'push' : 'force_push';
}
