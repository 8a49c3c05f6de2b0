import { systemClock } from '../../adapters/clock/system-clock.ts';
import { runDue, type RunReport } from '../../execute/run-due.ts';
import { generationOfRun } from '../../report/forge/generation-of-run.ts';
import { renderRun } from '../../report/render-run.ts';
import { printJson, renderFindings } from '../print.ts';
import type { OpenEngine } from '../engine/open-engine.ts';
import { withEngine, type EngineCommandOptions } from '../engine/with-engine.ts';
import type { Io } from '../io.ts';

interface Options extends EngineCommandOptions {
  readonly once?: boolean;
  readonly shard?: { readonly index: number; readonly count: number };
}

/** Runs all that is due. Exit code 1 where something was refused, failed or needs a person. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const { once, shard, ...options } = raw as Options;
  const { format } = options;
  const work = async (opened: OpenEngine): Promise<number> => {
    const { engine } = opened;
    const report = await runDue(engine, { once: once === true, ...(shard && { shard }) });
    const { executions, findings, failed } = report;
    await show(opened, report, io);
    const facts = { version: 1, world: engine.world, executions };
    if (format === 'json') printJson(io, { ...facts, ...(findings.length > 0 && { findings }) });
    else io.stdout(renderRun(report, engine.world));
    return failed ? 1 : 0;
  };
  return withEngine(options, io, work, { executions: [] });
}

/** Results on the forge; what it does not take is said, and changes nothing of what was done. */
async function show({ reviewing, engine }: OpenEngine, report: RunReport, io: Io): Promise<void> {
  if (reviewing === null) return;
  const { publishResults } = await import('../forge/publish-results.ts');
  const { GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: attempt } = io.env;
  const generation = generationOfRun({ runId, attempt, startedAt: systemClock.now() });
  const problems = [
    ...(await publishResults(report, {
      forge: reviewing.forge,
      repository: engine.repository,
      generation,
    })),
  ];
  const { proposeFollowUps } = await import('../forge/propose-follow-up.ts');
  problems.push(...(await proposeFollowUps(engine, reviewing.forge, report.executions)));
  if (problems.length > 0)
    io.stderr(`The forge did not take everything; what was executed stands.\n${renderFindings(problems)}`);
}
