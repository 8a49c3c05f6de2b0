import { readShard } from '../commands/run.ts';
import { handle } from '../handlers/run.ts';
import type { ActionContext } from './action-context.ts';

/**
 * Executes what is approved, due and not yet executed. Inputs choose what; none of them relaxes anything. The reviews of
 * the forge whose runner started it are the approvals, or those of the one that `forge` names.
 */
export async function executeAction(context: ActionContext): Promise<number> {
  const { io, env } = context;
  const [sandbox, shard, forge] = ['sandbox', 'shard', 'forge'].map((name) => context.input(name));
  const options = {
    repo: context.input('repo') || (env['GITHUB_WORKSPACE'] ?? '.'),
    once: context.input('once') === 'true',
    forge: forge || 'workflow',
    // On a runner nothing of a trial may stay behind: its journal is kept at origin, apart from the live one.
    ...(sandbox && { sandbox, push: true }),
    ...(shard && { shard: readShard(shard) }),
    format: 'text',
  };
  const code = await handle(options, io);
  context.output('verdict', code === 0 ? 'fine' : 'needs-attention');
  return code;
}
