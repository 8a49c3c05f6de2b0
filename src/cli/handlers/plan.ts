import { openRepository } from '../../adapters/git/open-repository.ts';
import { renderPlan } from '../../report/render-plan.ts';
import { planFolder } from '../check/plan-folder.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly base?: string;
}

/** Plans one execution of the work tree and shows the plan. */
export async function handle(path: string, raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, options.format, repository.error);
  try {
    const planned = await planFolder(repository.value, path, { base: options.base, cwd: io.cwd });
    if (!planned.ok) return printFailure(io, options.format, planned.error);
    if (options.format === 'json') printJson(io, planned.value.plan);
    else io.stdout(renderPlan(planned.value.plan));
    return 0;
  } finally {
    await repository.value.close();
  }
}
