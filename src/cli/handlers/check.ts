import { openRepository } from '../../adapters/git/open-repository.ts';
import { checkExecutions, type CheckReport } from '../../check/index.ts';
import { finding } from '../../core/finding.ts';
import { failure, type Result } from '../../core/result.ts';
import { checkJson } from '../check/check-json.ts';
import { readCheck } from '../check/read-check.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly base?: string;
  readonly now?: Date;
  readonly pullRequest?: number;
  readonly forge?: string;
}

/** Checks what the work tree holds. Exit code 1 where something blocks; missing approvals do not. */
export async function handle(paths: readonly string[], raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const fail = (findings: Parameters<typeof printFailure>[2]): number =>
    printFailure(io, options.format, findings, { verdict: 'block', executions: [] });
  if (options.pullRequest !== undefined) {
    const report = await checkPull(paths, { ...options, pullRequest: options.pullRequest }, io);
    return report.ok ? end(report.value, options.format, io) : fail(report.error);
  }
  const repository = await openRepository(options.repo ?? io.cwd);
  if (!repository.ok) return fail(repository.error);
  try {
    const { base, now } = options;
    const input = await readCheck(repository.value, { paths, base, now, cwd: io.cwd });
    if (!input.ok) return fail(input.error);
    return await end(await checkExecutions(input.value), options.format, io);
  } finally {
    await repository.value.close();
  }
}

/** Of a pull request what it changes is checked, by the policy of the default branch. */
async function checkPull(
  paths: readonly string[],
  { pullRequest: number, repo, forge, base, now }: Options & { readonly pullRequest: number },
  io: Io,
): Promise<Result<CheckReport>> {
  const given = paths[0] ?? base;
  if (given !== undefined)
    return failure([finding('command/bad-value', { option: '--pull-request', value: `${number} with ${given}`, expected: 'neither a path nor --base beside it: what the pull request changes is checked' })]); // prettier-ignore
  const { checkByNumber } = await import('../forge/check-by-number.ts');
  return checkByNumber({ number, forge, directory: repo ?? io.cwd, now: now ?? new Date() }, io);
}

async function end(report: CheckReport, format: string | undefined, io: Io): Promise<number> {
  await print(report, format, io);
  return report.verdict === 'pass' ? 0 : 1;
}

async function print(report: CheckReport, format: string | undefined, io: Io): Promise<void> {
  if (format === 'json') return printJson(io, checkJson(report));
  if (format === 'sarif') return io.stdout((await import('../../report/render-sarif.ts')).renderSarif(report));
  const { checklistMarkdown, checklistText } = await import('../../report/checklist/index.ts');
  io.stdout(format === 'markdown' ? checklistMarkdown(report, {}) : checklistText(report, { colour: io.colour }));
}
