import { resolve } from 'node:path';
import { ensureOriginHead } from '../../adapters/git/ensure-origin-head.ts';
import { finding, type Finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { findForge } from '../forge/find-forge.ts';
import { handle } from '../handlers/run.ts';
import { renderFindings } from '../print.ts';
import type { ActionContext } from './action-context.ts';
import { openGitAccess } from './open-git-access.ts';

/**
 * Executes what is approved, due and not yet executed. Inputs choose what; none of them relaxes anything. The reviews of
 * the forge whose runner started it are the approvals, or those of the one that `forge` names.
 */
export async function executeAction(context: ActionContext): Promise<number> {
  const { env } = context;
  const address = findForge({ asked: context.input('forge'), environment: env });
  if (!address.ok) return refuse(context, address.error);
  const access = await openGitAccess(address.value, env);
  if (!access.ok) return refuse(context, access.error);
  try {
    return await execute(context);
  } finally {
    await access.value();
  }
}

async function execute(context: ActionContext): Promise<number> {
  const options = optionsOf(context);
  if (!options.ok) return refuse(context, options.error);
  await ensureOriginHead(repositoryOf(context));
  const code = await handle(options.value, context.io);
  context.output('verdict', code === 0 ? 'fine' : 'needs-attention');
  return code;
}

/** What `run` takes. */
function optionsOf(context: ActionContext): Result<Record<string, unknown>> {
  const [sandbox, shard] = [context.input('sandbox'), context.input('shard')];
  const part = shard === '' ? null : readPart(shard);
  if (part === undefined)
    return failure([finding('command/bad-value', { option: 'shard', value: shard, expected: 'I/N, such as 2/4' })]);
  return success({
    repo: repositoryOf(context),
    once: context.input('once') === 'true',
    forge: context.input('forge') || 'workflow',
    // On a runner nothing of a trial may stay behind: its journal is kept at origin, apart from the live one.
    ...(sandbox !== '' && { sandbox, push: true }),
    ...(part !== null && { shard: part }),
    format: 'text',
  });
}

/** Folder of the checkout; the runner names it by its workspace. */
function repositoryOf(context: ActionContext): string {
  return resolve(context.io.cwd, context.input('repo'));
}

/** `2/4` -> part 2 of 4; undefined for anything else. */
function readPart(text: string): { readonly index: number; readonly count: number } | undefined {
  const [index = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).slice(1).map(Number);
  return index < 1 || index > count ? undefined : { index, count };
}

function refuse(context: ActionContext, findings: readonly Finding[]): number {
  context.io.stdout(renderFindings(findings));
  context.output('verdict', 'needs-attention');
  return 1;
}
