import { systemClock } from '../../adapters/clock/system-clock.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import type { ApprovalInput } from '../../authorize/index.ts';
import { checklistText } from '../../report/checklist/index.ts';
import { reviewLines } from '../../report/review-lines.ts';
import { checkJson } from '../check/check-json.ts';
import { checkPull } from '../forge/check-pull.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly forge?: string;
  readonly format?: string;
}

/** A reviewer's own look at a pull request, and the lines that the review has to contain. Exit code 1 where something blocks. */
export async function handle(number: number, raw: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, forge, format } = raw as Options;
  const repository = await openRepository(repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, format, repository.error);
  const judged: ApprovalInput[] = [];
  try {
    const asked = {
      number,
      forge,
      now: systemClock.now(),
      onJudged: (input: ApprovalInput) => void judged.push(input),
    };
    const checked = await checkPull(repository.value, asked, io);
    if (!checked.ok) return printFailure(io, format, checked.error);
    const { report, pull } = checked.value;
    const lines = judged.map((input) => ({ path: input.plan.explanation.path, lines: reviewLines(input) }));
    if (format === 'json') printJson(io, { ...checkJson(report), head: pull.head.commit, review: lines });
    else
      io.stdout(`${checklistText(report, { colour: io.colour })}${words(lines, report.verdict === 'block', pull.url)}`);
    return report.verdict === 'pass' ? 0 : 1;
  } finally {
    await repository.value.close();
  }
}

function words(
  executions: readonly { readonly path: string; readonly lines: readonly string[] }[],
  isBlocked: boolean,
  url: string,
): string {
  if (isBlocked)
    return '\nDo not approve yet: the fix changes the content, and your approval would not count for it.\n';
  const lines = [...new Set(executions.flatMap((one) => one.lines))];
  return [
    '',
    `If you agree, approve at ${url} with these lines in your review:`,
    '',
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
}
