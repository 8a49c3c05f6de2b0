import { systemClock } from '../../adapters/clock/system-clock.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import type { Repository } from '../../core/ports.ts';
import { checkAgainst } from '../approve/review-with-check.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';
import { proposeExecution, type ProposeInput } from '../propose/propose-execution.ts';
import { renderProposal } from '../propose/render-proposal.ts';

interface Options {
  readonly paths: readonly string[];
  readonly repo?: string;
  readonly format?: string;
  readonly base?: string;
}

/** Proposes one execution. What the check finds is said, and stops nothing: a proposal is where it is discussed. */
export async function handle(raw: Record<string, unknown>, io: Io): Promise<number> {
  const { paths, repo, format, base } = raw as unknown as Options;
  const repository = await openRepository(repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, format, repository.error);
  try {
    const check = checker(repository.value);
    const done = await proposeExecution(repository.value, { paths, cwd: io.cwd, base, check });
    if (!done.ok) return printFailure(io, format, done.error);
    const { branch, commit, pushed, url, folder, verdict, findings } = done.value;
    const facts = { branch, commit, pushed, ...(url !== null && { url }), path: folder, verdict, findings };
    if (format === 'json') printJson(io, { version: 1, ...facts });
    else io.stdout(renderProposal(done.value));
    return 0;
  } finally {
    await repository.value.close();
  }
}

function checker(repository: Repository): ProposeInput['check'] {
  return async (commit, base, folder) => {
    const input = { tree: commit, base, folders: [folder] };
    const report = await checkAgainst(repository, input, systemClock.now());
    const findings = [...report.findings, ...report.executions.flatMap((one) => one.findings)];
    return { verdict: report.verdict, findings };
  };
}
