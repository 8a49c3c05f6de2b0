import { ulid } from 'ulid';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { everydayGit, treeWithFiles, writeCommit } from '../../adapters/everyday-git/index.ts';
import { pushRefs } from '../../adapters/git/push-refs.ts';
import { finding, type Finding } from '../../core/finding.ts';
import type { Account, Forge } from '../../core/forge.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Engine } from '../../execute/engine.ts';
import { isPartial, type ExecutionReport } from '../../execute/report-of.ts';
import { followUpBody } from '../../report/forge/follow-up-body.ts';
import { continuationFiles, continuedFolder } from '../resume/continuation-files.ts';
import { readRemainder, type OpenRemainder } from '../resume/read-remainder.ts';
import { findSealed } from '../rollback/find-sealed.ts';

/** Nothing is left to carry out, somebody does so already, or a person has to answer first: no pull request then. */
const settled: ReadonlySet<string> = new Set([
  'execution/nothing-to-continue',
  'execution/already-continued',
  'execution/continues-in-doubt',
]);

/**
 * Opens a pull request with what remains of each execution that failed in this run: done, undone and refused, step by
 * step; approved like any other it carries out the remainder alone. One for each: found again by its branch.
 */
export async function proposeFollowUps(
  engine: Engine,
  forge: Forge,
  executions: readonly ExecutionReport[],
): Promise<readonly Finding[]> {
  const problems: Finding[] = [];
  for (const one of executions.filter(hasFailed)) {
    const log = await findSealed(engine, one.executionId);
    const remainder = log.ok ? await readRemainder(engine, log.value) : log;
    const opened = remainder.ok ? await propose(engine, forge, remainder.value) : remainder;
    if (!opened.ok) problems.push(...opened.error.filter(({ code }) => !settled.has(code)));
  }
  return problems;
}

/** Ended in this run with something that did not go out. */
function hasFailed(one: ExecutionReport): boolean {
  const { finishedBefore, state } = one;
  return finishedBefore !== true && (state === 'COMPENSATED' || state === 'COMPENSATION-FAILED' || isPartial(one));
}

async function propose(engine: Engine, forge: Forge, remainder: OpenRemainder): Promise<Result<null>> {
  const { followUp } = remainder;
  const now = systemClock.now();
  const folder = continuedFolder(followUp, now);
  const head = `execution/${followUp.brand}/${folder.slice(folder.lastIndexOf('/') + 1)}`;
  const base = await engine.repository.defaultBranch();
  const me = await forge.whoAmI();
  if (!me.ok) return me;
  const commit = await commitRemainder(engine, remainder, { folder, now, parent: base.commit ?? '', me: me.value });
  if (!commit.ok) return commit;
  const ref = `refs/heads/${head}`;
  const pushed = await pushRefs({ directory: engine.repository.directory, remote: 'origin' }, [
    { ref, expect: null, next: commit.value },
  ]);
  // It is there already: an earlier run was ended between its push and the pull request, which is then opened now.
  if (pushed.is !== 'ok' && pushed.is !== 'lost')
    return failure([finding('command/git-failed', { what: `Pushing ${head}`, why: pushed.why })]);
  const title = `Carry on: ${followUp.path.slice(followUp.path.lastIndexOf('/') + 1)}`;
  const opened = await forge.createPullRequest({ title, body: followUpBody(followUp, folder), head, base: base.name });
  return opened.ok ? success(null) : opened;
}

async function commitRemainder(
  { repository }: Engine,
  { followUp, continues }: OpenRemainder,
  {
    folder,
    now,
    parent,
    me,
  }: { readonly folder: string; readonly now: Date; readonly parent: string; readonly me: Account },
): Promise<Result<string>> {
  const git = everydayGit(repository.directory);
  const files = await continuationFiles(repository.at(followUp.base), { followUp, continues, id: ulid(), folder, now });
  const tree = await treeWithFiles(git, parent, files);
  if (!tree.ok) return tree;
  const author = { name: me.login, email: me.email ?? `${me.id ?? 0}+${me.login}@users.noreply.github.com` };
  return writeCommit(git, {
    tree: tree.value,
    parents: [parent],
    message: `Carry on ${followUp.path}\n`,
    sign: false,
    author,
  });
}
