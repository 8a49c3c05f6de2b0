// Codes of the area: command. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const commandFindings = {
  'command/unknown-choice': define<{
    what: string;
    given: string;
    known: readonly string[];
    nearest?: string;
  }>({
    severity: 'block',
    explanation: 'A word on the command line is not one of those that the command knows.',
    message: ({ what, given }) => `There is no ${what} called "${given}".`,
    hint: ({ known, nearest }) =>
      `${nearest === undefined ? '' : `Did you mean "${nearest}"? `}Known: ${known.join(', ')}.`,
  }),
  'command/missing-option': define<{ option: string; why: string; example: string }>({
    severity: 'block',
    explanation: 'The command needs an option that it cannot guess.',
    message: ({ option, why }) => `${option} is missing: ${why}`,
    hint: ({ example }) => `For example: ${example}`,
  }),
  'command/bad-value': define<{ option: string; value: string; expected: string }>({
    severity: 'block',
    explanation: 'The value of an option has not the form that it needs.',
    message: ({ option, value }) => `"${value}" is no value for ${option}.`,
    hint: ({ expected }) => `Write ${expected}.`,
  }),
  'command/exists': define<{ path: string }>({
    severity: 'block',
    explanation: 'The command would have to overwrite something, and never does.',
    message: ({ path }) => `${path} exists already.`,
    hint: () => 'Choose another name, or remove it yourself first. Nothing was changed.',
  }),
  'command/not-found': define<{ path: string; what: string }>({
    severity: 'block',
    explanation: 'A file or folder that was named on the command line does not exist.',
    message: ({ path, what }) => `There is no ${what} at ${path}.`,
    hint: () => 'Check the path; it is read from the folder in which you run the command.',
  }),
  'command/nothing-to-propose': define<{ where: string }>({
    severity: 'block',
    explanation: 'A proposal is made of files that are not on the default branch yet, and there are none.',
    message: ({ where }) => `There is nothing to propose in ${where}: all of it is on the default branch already.`,
    hint: () => 'Write a new execution with `mergecast new KIND`, or change one, then propose it.',
  }),
  'command/several-executions': define<{ paths: readonly string[] }>({
    severity: 'block',
    explanation: 'More than one execution has changes, and a proposal holds exactly one.',
    message: ({ paths }) => `Several executions have changes: ${paths.join(', ')}.`,
    hint: ({ paths }) => `Name the one you mean: mergecast propose ${paths[0] ?? 'executions/...'}`,
  }),
  'command/cannot-push': define<{ branch: string; why: string }>({
    severity: 'block',
    explanation: 'The proposal could not be pushed to origin, so nobody else can see it.',
    message: ({ branch, why }) => `origin did not take "${branch}": ${why}`,
    hint: () => 'Check your access to origin, then propose again. Your files are untouched.',
  }),
  'command/branch-exists': define<{ branch: string }>({
    severity: 'block',
    explanation: 'A branch of that name exists with other content, and the command never overwrites work.',
    message: ({ branch }) => `The branch "${branch}" exists already with other work on it.`,
    hint: ({ branch }) =>
      `Delete it if it is no longer needed (git branch -D ${branch}), or rename the folder of the execution.`,
  }),
  'command/git-failed': define<{ what: string; why: string }>({
    severity: 'block',
    explanation: 'git refused something that the command needed.',
    message: ({ what, why }) => `${what} failed: ${why}`,
    hint: () => 'The text is from git itself. Put it right, then run the command again.',
  }),
  'command/old-git': define<{ version: string; needed: string }>({
    severity: 'block',
    explanation: 'The installed git is too old for what the command needs.',
    message: ({ version }) => `git ${version} is too old.`,
    hint: ({ needed }) => `Install git ${needed} or newer.`,
  }),
  'command/not-set-up': define<{ folder: string }>({
    severity: 'block',
    explanation: 'The repository has no mergecast.yaml.',
    message: ({ folder }) => `${folder} is not a mergecast repository yet: there is no mergecast.yaml.`,
    hint: () => 'Run `mergecast init` there first.',
  }),
  'command/inside-repository': define<{ folder: string; top: string }>({
    severity: 'block',
    explanation:
      'A folder inside a git repository was to become a mergecast repository of its own. mergecast works on whole repositories.',
    message: ({ folder, top }) => `${folder} lies inside the git repository ${top}.`,
    hint: ({ top }) => `Run it at the top (mergecast init --repo ${top}), or choose a folder outside of it.`,
  }),
  'command/no-brand': define<{ known: readonly string[] }>({
    severity: 'block',
    explanation: 'The repository holds several brands, or none, so the command cannot know which one is meant.',
    message: ({ known }) =>
      known.length === 0 ? 'There is no brand here yet.' : `Which brand is it for? There are ${known.join(', ')}.`,
    hint: ({ known }) =>
      known.length === 0 ? 'Make one: mergecast init --brand NAME' : `Name it: --brand ${known[0]}`,
  }),
  'command/no-connection': define<{ brand: string; platform: string }>({
    severity: 'block',
    explanation: 'A kind of execution needs a platform to which the brand has no connection.',
    message: ({ brand, platform }) => `The brand "${brand}" has no connection to ${platform}.`,
    hint: ({ brand }) =>
      `Add one to brands/${brand}/connections.yaml by a proposal of its own, or choose another kind. \`mergecast connectors\` shows what a connection needs.`,
  }),
  'command/no-execution': define<{ path: string }>({
    severity: 'block',
    explanation: 'A folder was named as an execution, but holds no execution.yaml.',
    message: ({ path }) => `${path} holds no execution.yaml, so it is no execution.`,
    hint: () =>
      'Name the folder that holds execution.yaml, such as executions/acme/2027-03/spring. `mergecast new` makes one.',
  }),
  'command/no-brand-folder': define<{ folder: string }>({
    severity: 'block',
    explanation: 'A folder was to be taken over as a brand, but holds no profile.',
    message: ({ folder }) => `${folder} holds no profile.json and no profile.yaml, so it is not a brand folder.`,
    hint: () => 'Name the folder of one brand, for example --from ~/brands/acme.',
  }),
};
