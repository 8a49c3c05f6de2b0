// Codes of the area: pull-request. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const pullRequestFindings = {
  'pull-request/no-forge': define<{ why: string }>({
    severity: 'block',
    explanation:
      'A command that speaks with a forge (GitHub, Gitea, Forgejo) does not know which one and which repository.',
    message: ({ why }) => `Where the pull request is, is not known: ${why}.`,
    hint: () =>
      'Name it: --forge github:acme/marketing, or --forge gitea:https://git.acme.example/acme/marketing. In a workflow it is known by itself.',
  }),
  'pull-request/no-number': define<{ event: string }>({
    severity: 'block',
    explanation: 'The check of a pull request was started by something that names none.',
    message: ({ event }) => `The event "${event}" names no pull request.`,
    hint: () =>
      'Start it on pull_request, pull_request_review or merge_group, or give its number as input "pull-request".',
  }),
  'pull-request/not-found': define<{ number: number; repository: string }>({
    severity: 'block',
    explanation: 'The forge has no pull request of this number.',
    message: ({ number, repository }) => `There is no pull request ${number} in ${repository}.`,
    hint: () => 'Look at the number. An issue is no pull request, although both are counted together.',
  }),
  'pull-request/not-fetched': define<{ what: string; why: string }>({
    severity: 'cannot-verify',
    explanation: 'Commits that are to be checked could not be brought here by git.',
    message: ({ what, why }) => `git could not fetch ${what}: ${why}.`,
    hint: () =>
      'See whether origin can be reached and the token may read the contents of the repository, then run again.',
  }),
  'pull-request/too-large': define<{ what: string; count: number; limit: number }>({
    severity: 'block',
    explanation:
      'The pull request is too large to be reviewed as one, and forges show only a part of such. What nobody can see whole is not approved.',
    message: ({ what, count, limit }) =>
      `The pull request has ${count} ${what}; up to ${limit} can be reviewed at once.`,
    hint: () => 'Split it: one execution, or some that belong together, in each pull request.',
  }),
};
