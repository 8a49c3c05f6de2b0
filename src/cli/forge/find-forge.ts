import { finding } from '../../core/finding.ts';
import type { ForgeAddress } from '../../core/forge.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { parseForge } from './parse-forge.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a forge may be named; the first that says something is taken. */
export interface ForgeSources {
  /** `--forge`. */
  readonly asked?: string | undefined;
  /** Of a workflow: GITHUB_API_URL and GITHUB_REPOSITORY, which Gitea and Forgejo set as well. */
  readonly environment: Environment;
  /** `forge` in the policy of the base. */
  readonly policy?: string | undefined;
}

/** Which forge, and which repository on it. Never from what is proposed: it decides where the token goes. */
export function findForge({ asked, environment, policy }: ForgeSources): Result<ForgeAddress> {
  if (asked !== undefined && asked !== '') return named(asked, '--forge');
  const own = forgeOfWorkflow(environment);
  if (own !== null) return success(own);
  if (policy !== undefined) return named(policy, 'forge in mergecast.yaml');
  return failure([finding('pull-request/no-forge', { why: 'neither --forge nor `forge` in mergecast.yaml names it' })]);
}

function named(text: string, where: string): Result<ForgeAddress> {
  const address = parseForge(text);
  return address === null
    ? failure([finding('pull-request/no-forge', { why: `"${text}" (${where}) is no address of a repository` })])
    : success(address);
}

/** The forge whose runner started this process; null outside of a workflow. */
export function forgeOfWorkflow(environment: Environment): ForgeAddress | null {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = environment;
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository ?? '') ?? [];
  if (api === undefined || !URL.canParse(api) || owner === undefined || name === undefined) return null;
  return { kind: isGitea(environment) ? 'gitea' : 'github', api: api.replace(/\/+$/, ''), owner, name };
}

function isGitea(environment: Environment): boolean {
  const says = ['GITEA_ACTIONS', 'FORGEJO_ACTIONS'].some((name) => environment[name] === 'true');
  return says || /\/api\/v1\/?$/.test(environment['GITHUB_API_URL'] ?? '');
}
