import { reportBug } from '../report-bug.ts';
import { actionContext, type ActionContext } from './action-context.ts';

/**
 * Runs an action and ends the process with its exit code. What it needs is loaded after its first line was printed, so
 * that whoever waits sees at once that it began.
 */
export async function runAction(
  name: string,
  load: () => Promise<(context: ActionContext, startedAt: Date) => Promise<number>>,
): Promise<void> {
  const startedAt = new Date();
  const context = actionContext();
  context.io.stdout(`mergecast ${name}\n`);
  try {
    process.exitCode = await (await load())(context, startedAt);
  } catch (error) {
    reportBug(error, context.io);
    process.exitCode = 2;
  } finally {
    context.end();
  }
}
