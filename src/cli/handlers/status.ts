import { formatMoney } from '../../core/money.ts';
import { readStatus } from '../../execute/read-status.ts';
import { renderBudget } from '../../report/render-budget.ts';
import { renderFreeze } from '../../report/render-freeze.ts';
import { renderRun } from '../../report/render-run.ts';
import type { OpenEngine } from '../engine/open-engine.ts';
import { withEngine, type EngineCommandOptions } from '../engine/with-engine.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

/** Shows where everything stands. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as EngineCommandOptions;
  const { format } = options;
  const empty = { executions: [] };
  const work = async ({ engine }: OpenEngine): Promise<number> => {
    const status = await readStatus(engine);
    if (!status.ok) return printFailure(io, format, status.error, empty);
    const { executions, budget, frozen } = status.value;
    const amounts = budget.map((one) => ({ ...one, reserved: one.reserved.map(formatMoney) }));
    if (format === 'json') printJson(io, { version: 1, world: engine.world, executions, budget: amounts, frozen });
    else io.stdout(renderFreeze(frozen) + renderRun({ executions, findings: [] }, engine.world) + renderBudget(budget));
    return 0;
  };
  return withEngine(options, io, work, empty);
}
