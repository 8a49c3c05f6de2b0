import { simpleGit, type SimpleGit } from 'simple-git';

/** What a git command printed; `code` is git's exit, or -1 where it could not be started. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one git command as the user: their name, signing key, credentials and ssh, without hooks and monitors. */
export type EverydayGit = (args: readonly string[], options?: GitRunOptions) => Promise<Said>;

export interface GitRunOptions {
  /** Text for standard input. */
  readonly input?: string;
  /** File that stands in for the index, so that what a person has staged is left alone. */
  readonly index?: string;
}

/**
 * Variables of git that say who somebody is and how they reach origin. GIT_DIR and the like are left out: they would
 * point a command at another repository than the one that was named.
 */
const passedOn = [
  'GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_AUTHOR_DATE', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL',
  'GIT_COMMITTER_DATE', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'GIT_SSH', 'GIT_SSH_COMMAND',
  'GIT_SSH_VARIANT', 'GIT_ASKPASS', 'SSH_ASKPASS', 'GIT_TERMINAL_PROMPT', 'GIT_SSL_CAINFO', 'GIT_HTTP_PROXY_AUTHMETHOD',
]; // prettier-ignore

/** Everyday git in a folder. Never throws for git's own failures. */
export function everydayGit(directory: string): EverydayGit {
  return async (args, options = {}) => {
    const said = { code: 0, stderr: '' };
    try {
      const git = open(directory, options, said);
      const stdout = await git.raw([...args]);
      return { ...said, stdout };
    } catch (problem) {
      const text = problem instanceof Error ? problem.message : String(problem);
      return {
        code: said.code === 0 ? -1 : said.code,
        stdout: '',
        stderr: said.stderr === '' ? text : said.stderr,
      };
    }
  };
}

function open(directory: string, options: GitRunOptions, said: { code: number; stderr: string }): SimpleGit {
  const git = simpleGit({
    baseDir: directory,
    config: [
      'core.hooksPath=/dev/null',
      'core.fsmonitor=false',
      'core.quotePath=false',
      'gc.auto=0',
      'maintenance.auto=false',
    ],
    allowEnvironment: [...passedOn, 'GIT_INDEX_FILE', 'GIT_LITERAL_PATHSPECS', 'EDITOR', 'PAGER', 'GIT_PAGER'],
    unsafe: {
      allowUnsafeHooksPath: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeSshCommand: true,
      allowUnsafeAskPass: true,
      allowUnsafeConfigPaths: true,
      allowUnsafePager: true,
      allowUnsafeEditor: true,
    },
    ...(options.input === undefined ? {} : { input: () => options.input }),
    errors: (error, result) => {
      said.code = result.exitCode;
      said.stderr = Buffer.concat(result.stdErr).toString('utf8').trim();
      // A merge with conflicts ends with 1 and its answer on stdout: the caller reads the code.
      return result.exitCode === 0 || result.exitCode === 1 ? undefined : error;
    },
  });
  const environment: Record<string, string> = { LC_ALL: 'C', GIT_LITERAL_PATHSPECS: '1' };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && (!name.startsWith('GIT_') || passedOn.includes(name))) environment[name] = value;
  }
  return git.env({
    ...environment,
    LC_ALL: 'C',
    ...(options.index === undefined ? {} : { GIT_INDEX_FILE: options.index }),
  });
}

/** The first line that says what went wrong, without git's own prefixes. */
export function whyOf(said: Said): string {
  const lines = said.stderr.split('\n').map((line) => line.replace(/^(fatal|error|hint|remote|warning): ?/, '').trim());
  return lines.find((line) => line !== '') ?? `git ended with ${said.code}`;
}
