import { runDue } from '../../execute/run-due.ts';
import { renderRun } from '../../report/render-run.ts';
import { printFailure, printJson } from '../print.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { Io } from '../io.ts';

/** Runs all that is due. Exit code 1 where something was refused, failed or needs a person. */
export async function handle(options: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, sandbox, push, now, once, shard, format } = options as {
    repo?: string;
    sandbox?: string;
    push?: boolean;
    now?: Date;
    once?: boolean;
    shard?: { index: number; count: number };
    format?: string;
  };
  const opened = await openEngine(
    { ...(repo && { repo }), ...(sandbox && { sandbox }), ...(push && { push }), ...(now && { now }) },
    io,
  );
  if (!opened.ok) return printFailure(io, format, opened.error, { executions: [] });
  try {
    const report = await runDue(opened.value.engine, { once: once === true, ...(shard && { shard }) });
    const { executions, findings, failed } = report;
    if (format === 'json')
      printJson(io, {
        version: 1,
        world: opened.value.engine.world,
        executions,
        ...(findings.length > 0 && { findings }),
      });
    else io.stdout(renderRun(report, opened.value.engine.world));
    return failed ? 1 : 0;
  } finally {
    await opened.value.close();
  }
}
