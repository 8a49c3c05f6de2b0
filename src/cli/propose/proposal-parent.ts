import { tipOfBranch, type EverydayGit } from '../../adapters/everyday-git/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Base, Proposal } from './types.ts';

/** What a proposal is built on: the default branch, or what was proposed before. */
export interface Parent {
  readonly commit: string;
  readonly isFresh: boolean;
  /** Where the branch is now, here and on origin; null: nowhere. */
  readonly local: string | null;
  readonly remote: string | null;
}

/** Finds the commit that the proposal follows. A branch with anything else on it is somebody's work, and left alone. */
export async function proposalParent(
  repository: Repository,
  git: EverydayGit,
  base: Base,
  proposal: Proposal,
): Promise<Result<Parent>> {
  const local = await repository.resolve(`refs/heads/${proposal.branch}`);
  const asked = base.hasOrigin ? await tipOfBranch(git, proposal.branch, true) : success(null);
  if (!asked.ok) return asked;
  const tips = { local, remote: asked.value };
  const open: string[] = [];
  for (const tip of new Set([tips.remote, local]))
    if (tip !== null && (await repository.mergeBase(base.commit, tip)) !== tip) open.push(tip);
  const [first] = open;
  if (first === undefined) return success({ commit: base.commit, isFresh: true, ...tips });
  const newest = await newestOf(repository, open);
  const isOurs = newest !== null && (await holdsOnly(repository, base.commit, newest, proposal));
  if (!isOurs) return failure([finding('command/branch-exists', { branch: proposal.branch })]);
  return success({ commit: newest, isFresh: false, ...tips });
}

/** The tip that contains the other one; null where each has something of its own. */
async function newestOf(repository: Repository, [one = '', other]: readonly string[]): Promise<string | null> {
  if (other === undefined) return one;
  const common = await repository.mergeBase(one, other);
  return common === one ? other : common === other ? one : null;
}

/** Whether a branch holds this execution and nothing else. */
async function holdsOnly(repository: Repository, base: string, tip: string, proposal: Proposal): Promise<boolean> {
  const fork = await repository.mergeBase(base, tip);
  if (fork === null) return false;
  const paths = await repository.changedPaths(fork, tip);
  const { folder, brand } = proposal;
  const belongs = paths.every((path) => path.startsWith(`${folder}/`) || path.startsWith(`brands/${brand}/evidence/`));
  const file = `${folder}/execution.yaml`;
  const before = idIn(await repository.at(tip).read(file, 1 << 20));
  const now = idIn(await repository.workTree().read(file, 1 << 20));
  return belongs && (before === null || before === now);
}

function idIn(manifest: Uint8Array | null): string | null {
  return /^id: *["']?([0-9A-Z]{26})/m.exec(new TextDecoder().decode(manifest ?? new Uint8Array()))?.[1] ?? null;
}
