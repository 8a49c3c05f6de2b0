import type { ForgeKind, ForgeLimits } from '../../core/forge.ts';

/** One thing that a forge does, with where it is known from. Facts without a run against the real forge say so. */
interface Fact<T> {
  readonly value: T;
  readonly source: string;
}

function fact<T>(value: T, source: string): Fact<T> {
  return { value, source };
}

const githubRest = 'GitHub REST API reference (docs.github.com/rest), not tried against live GitHub';

/** Everything about GitHub that code here relies on. Checked again the first time that a real repository is there. */
export const githubFacts = {
  comment: fact(
    65_536,
    'maximum of the body column of issues and comments; 422 "body is too long (maximum is 65536 characters)"',
  ),
  checkSummary: fact(65_535, `${githubRest}: checks, output.summary and output.text`),
  annotationsPerRequest: fact(50, `${githubRest}: checks, output.annotations`),
  statusDescription: fact(140, '422 "description is too long (maximum is 140 characters)"'),
  stepSummary: fact(1_048_576, 'GitHub Actions, workflow commands: a larger job summary is not shown at all'),
  commits: fact(250, `${githubRest}: pulls, list commits on a pull request`),
  files: fact(3_000, `${githubRest}: pulls, list pull request files`),
  comparedFiles: fact(300, `${githubRest}: commits, compare two commits`),
  pageSize: fact(100, `${githubRest}: pagination, per_page`),
  automaticUser: fact(
    { id: 41_898_282, login: 'github-actions[bot]' },
    'github.com/users/github-actions[bot]; on GitHub.com only',
  ),
  deletedUser: fact(10_137, 'github.com/ghost stands for accounts that were deleted; often the user is null instead'),
  apiVersion: fact('2022-11-28', `${githubRest}: API versions`),
  secondaryWait: fact(60, `${githubRest}: rate limits, at least a minute where no header says how long`),
  labelColor: fact(
    'ededed',
    'colour of a label that adding it to an issue has made; seen in other projects, not documented',
  ),
  staleData: fact('STALE_DATA', 'GraphQL error type of createCommitOnBranch where expectedHeadOid is not the tip'),
} as const;

const gitea = 'seen on Gitea 1.26';

/** Everything about Gitea and Forgejo that code here relies on; test/real-gitea asks a real one. */
export const giteaFacts = {
  pageSize: fact(50, `${gitea}: per_page is ignored, limit is cut to MAX_RESPONSE_ITEMS (default 50)`),
  automaticUser: fact({ id: -2, login: 'gitea-actions' }, gitea),
  deletedUser: fact(-1, 'Gitea source, models/user: NewGhostUser'),
  comment: fact(65_536, 'no limit found; the same as GitHub, so that a checklist reads alike'),
  statusDescription: fact(255, `${gitea}: 300 characters are taken; kept short because the page shows one line`),
  commits: fact(1_000, 'our own bound: Gitea lists all'),
  files: fact(3_000, 'our own bound: Gitea lists all'),
  activity: fact(200, 'our own bound: the newest activities of the repository that are searched for pushes'),
} as const;

/** The texts and lists that a forge takes and gives at most. */
export function limitsOf(kind: ForgeKind): ForgeLimits {
  const facts = kind === 'github' ? githubFacts : { ...githubFacts, ...giteaFacts };
  return {
    comment: facts.comment.value,
    checkSummary: facts.checkSummary.value,
    statusDescription: facts.statusDescription.value,
    annotationsPerRequest: facts.annotationsPerRequest.value,
    stepSummary: facts.stepSummary.value,
    commits: facts.commits.value,
    files: facts.files.value,
  };
}
