import { openRepository } from '../../adapters/git/open-repository.ts';
import { checkExecutions, type CheckReport } from '../../check/index.ts';
import { checkJson } from '../check/check-json.ts';
import { readCheck } from '../check/read-check.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly base?: string;
  readonly now?: Date;
}

/** Checks what the work tree holds. Exit code 1 where something blocks; missing approvals do not. */
export async function handle(paths: readonly string[], raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const fail = (findings: Parameters<typeof printFailure>[2]): number =>
    printFailure(io, options.format, findings, { verdict: 'block', executions: [] });
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return fail(repository.error);
  try {
    const { base, now } = options;
    const input = await readCheck(repository.value, { paths, base, now, cwd: io.cwd });
    if (!input.ok) return fail(input.error);
    const report = await checkExecutions(input.value);
    await print(report, options.format, io);
    return report.verdict === 'pass' ? 0 : 1;
  } finally {
    await repository.value.close();
  }
}

async function print(report: CheckReport, format: string | undefined, io: Io): Promise<void> {
  if (format === 'json') return printJson(io, checkJson(report));
  const { checklistMarkdown, checklistText } = await import('../../report/checklist/index.ts');
  io.stdout(format === 'markdown' ? checklistMarkdown(report, {}) : checklistText(report, { colour: io.colour }));
}
