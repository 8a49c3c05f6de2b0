import { formatMoney } from '../../core/money.ts';
import { readStatus } from '../../execute/read-status.ts';
import { renderBudget } from '../../report/render-budget.ts';
import { renderFreeze } from '../../report/render-freeze.ts';
import { renderRun } from '../../report/render-run.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

/** Shows where everything stands. */
export async function handle(options: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, sandbox, push, format } = options as {
    repo?: string;
    sandbox?: string;
    push?: boolean;
    format?: string;
  };
  const opened = await openEngine({ ...(repo && { repo }), ...(sandbox && { sandbox }), ...(push && { push }) }, io);
  if (!opened.ok) return printFailure(io, format, opened.error, { executions: [] });
  const { engine, close } = opened.value;
  try {
    const status = await readStatus(engine);
    if (!status.ok) return printFailure(io, format, status.error, { executions: [] });
    const { executions, budget, frozen } = status.value;
    const amounts = budget.map((one) => ({ ...one, reserved: one.reserved.map(formatMoney) }));
    if (format === 'json') printJson(io, { version: 1, world: engine.world, executions, budget: amounts, frozen });
    else io.stdout(renderFreeze(frozen) + renderRun({ executions, findings: [] }, engine.world) + renderBudget(budget));
    return 0;
  } finally {
    await close();
  }
}
