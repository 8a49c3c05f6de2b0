import { handle } from '../handlers/run.ts';
import type { ActionContext } from './action-context.ts';

/** Executes what is approved, due and not yet executed. Inputs choose what; none of them relaxes anything. */
export async function executeAction(context: ActionContext): Promise<number> {
  const { io, env } = context;
  const sandbox = context.input('sandbox');
  const repo = context.input('repo') || (env['GITHUB_WORKSPACE'] ?? '.');
  const code = await handle({ repo, once: true, ...(sandbox !== '' && { sandbox }), format: 'text' }, io);
  context.output('verdict', code === 0 ? 'fine' : 'needs-attention');
  return code;
}
