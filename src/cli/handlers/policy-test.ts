import { openRepository } from '../../adapters/git/open-repository.ts';
import type { Finding } from '../../core/finding.ts';
import { countOf } from '../../report/format-count.ts';
import { revealHidden } from '../../report/reveal-hidden.ts';
import { wrapLines } from '../../report/wrap-lines.ts';
import type { Io } from '../io.ts';
import { runPolicyTests, type TestedFile } from '../policy/run-policy-tests.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
}

/** Runs the cases of the policy. Exit code 1 where one is decided otherwise than expected. */
export async function handle(files: readonly string[], raw: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, format } = raw as Options;
  const fail = (findings: readonly Finding[]): number =>
    printFailure(io, format, findings, { verdict: 'fail', cases: [] });
  const repository = await openRepository(repo ?? io.cwd);
  if (!repository.ok) return fail(repository.error);
  try {
    const tested = await runPolicyTests(repository.value, files, io.cwd);
    if (!tested.ok) return fail(tested.error);
    const hasFailed = tested.value.some(({ cases }) => cases.some(({ differences }) => differences.length > 0));
    if (format === 'json')
      printJson(io, { version: 1, verdict: hasFailed ? 'fail' : 'pass', cases: casesJson(tested.value) }); // prettier-ignore
    else io.stdout(render(tested.value));
    return hasFailed ? 1 : 0;
  } finally {
    await repository.value.close();
  }
}

function casesJson(files: readonly TestedFile[]): readonly object[] {
  return files.flatMap(({ file, cases }) =>
    cases.map(({ name, differences }) => ({ file, name, ok: differences.length === 0, differences })),
  );
}

function render(files: readonly TestedFile[]): string {
  const lines = files.flatMap(({ file, cases }) => [
    file,
    ...cases.flatMap(({ name, differences }) => [
      `  ${differences.length === 0 ? 'ok  ' : 'FAIL'}  ${plain(name)}`,
      ...differences.map((one) => wrapLines(`${' '.repeat(8)}${plain(one)}`, 80, 2)),
    ]),
  ]);
  const all = files.flatMap(({ cases }) => cases);
  const failed = all.filter(({ differences }) => differences.length > 0).length;
  const verdict = failed === 0 ? 'all as expected' : `${failed} otherwise than expected`;
  return `${[...lines, '', `${countOf(all.length, 'case', 'cases')}, ${verdict}.`].join('\n')}\n`;
}

function plain(text: string): string {
  return revealHidden(text).replace(/\s+/g, ' ').trim();
}
