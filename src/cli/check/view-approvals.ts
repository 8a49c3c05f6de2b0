import { authorsOf, authorsOfFolders, findApprovals, listApprovalMerges } from '../../adapters/forge-local/index.ts';
import { evaluateApprovals, type ApprovalInput, type CandidateApproval } from '../../authorize/index.ts';
import type { ApprovalsView, JudgedExecution } from '../../check/index.ts';
import type { Repository } from '../../core/ports.ts';

/** What approvals are looked for in. */
export interface ApprovalsAt {
  /** Tip of the default branch: approvals are merges there. Null: there is none yet. */
  readonly base: string | null;
  /** What is proposed, where it is a commit of its own. */
  readonly head: string | null;
  readonly now: Date;
  /** Folders of all executions that are checked. */
  readonly folders: readonly string[];
  /** Hears what the approvals of each execution are judged by, for whoever explains the verdict. */
  readonly onJudged?: ((input: ApprovalInput) => void) | undefined;
}

/** Judges the approvals of executions for the live world, and says of the others whether they count in the sandbox. */
export function viewApprovals(
  repository: Repository,
  at: ApprovalsAt,
): (judged: JudgedExecution) => Promise<ApprovalsView> {
  // Asked at once: git answers while the executions are loaded and planned.
  const proposers = begin(proposersOf(repository, at));
  const writers = begin(writersOf(repository, at));
  if (at.base !== null) void begin(listApprovalMerges(repository, at.base));
  return async (judged) => {
    const { plan, policy, brand } = judged;
    const found = await find(repository, at, judged);
    // Where nobody has approved yet, whoever wrote what is on the base is an author too.
    const earlier = found.newest === null ? ((await writers).get(plan.explanation.path) ?? []) : [];
    const authors = [...found.authors, ...(await proposers), ...earlier];
    const input: Omit<ApprovalInput, 'world'> = {
      plan,
      policy: policy.policy,
      candidates: found.candidates,
      authors: [...new Set(authors.map((one) => one.trim().toLowerCase()).filter(Boolean))],
      now: at.now,
      clock: new Date(),
      ceiling: brand.ceiling,
      markets: brand.profile.target_markets ?? [],
    };
    at.onJudged?.({ ...input, world: 'live' });
    return view(input);
  };
}

function view(input: Omit<ApprovalInput, 'world'>): ApprovalsView {
  const live = evaluateApprovals({ ...input, world: 'live' });
  const trial = evaluateApprovals({ ...input, world: 'sandbox:check' });
  const countsThere = new Set(trial.counted.map(({ merge }) => merge));
  return {
    counted: live.counted.map(({ who, trust, at: given }) => ({ who, trust, at: given })),
    ignored: live.ignored.map(({ who, why, merge }) => ({
      who,
      why: countsThere.has(merge) ? `${why} In the sandbox it counts.` : why,
    })),
    missing: live.missing,
  };
}

/** Work whose failure matters only to whoever waits for it. */
function begin<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

interface Found {
  readonly candidates: readonly CandidateApproval[];
  readonly authors: readonly string[];
  /** Null: nobody has approved. */
  readonly newest: string | null;
}

async function find(repository: Repository, { base }: ApprovalsAt, judged: JudgedExecution): Promise<Found> {
  const { executionId, plan, proposedBy } = judged;
  if (base === null) return { candidates: [], authors: proposedBy === undefined ? [] : [proposedBy], newest: null };
  return findApprovals(repository, base, executionId, { id: plan.effects.id, proposedBy, signersAt: [base] });
}

/** Everyone who wrote what is proposed: the commits that the base does not have. */
async function proposersOf(repository: Repository, { base, head }: ApprovalsAt): Promise<readonly string[]> {
  if (base === null || head === null || base === head) return [];
  return (await repository.commitsBetween(base, head)).flatMap(authorsOf);
}

/** Everyone who wrote what is on the base, by folder. */
async function writersOf(
  repository: Repository,
  { base, folders }: ApprovalsAt,
): Promise<ReadonlyMap<string, readonly string[]>> {
  return base === null || folders.length === 0 ? new Map() : authorsOfFolders(repository, base, folders);
}
