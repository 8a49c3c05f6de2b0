import { openRepository } from '../../adapters/git/open-repository.ts';
import { renderPolicy, type ExplainedExecution } from '../../report/render-policy.ts';
import { findingJson } from '../finding-json.ts';
import type { Io } from '../io.ts';
import { explainSubject } from '../policy/explain-subject.ts';
import { printFailure, printJson } from '../print.ts';

interface Options {
  readonly repo?: string;
  readonly format?: string;
  readonly forge?: string;
  readonly now?: Date;
}

/** Explains what the policy makes of approvals. Exit code 1 only where that cannot be told: to be unapproved is no error. */
export async function handle(subject: string, raw: Record<string, unknown>, io: Io): Promise<number> {
  const { repo, format, forge, now } = raw as Options;
  const repository = await openRepository(repo ?? io.cwd);
  if (!repository.ok) return printFailure(io, format, repository.error, { executions: [] });
  try {
    const explained = await explainSubject(repository.value, { subject, forge, now: now ?? new Date() }, io);
    if (!explained.ok) return printFailure(io, format, explained.error, { executions: [] });
    if (format === 'json') printJson(io, { version: 1, executions: explained.value.map(explainedJson) });
    else io.stdout(renderPolicy(explained.value));
    return 0;
  } finally {
    await repository.value.close();
  }
}

function explainedJson({ path, digest, risk, authors, approved, ...one }: ExplainedExecution): object {
  const { rules, counted, ignored, findings } = one;
  return { path, digest, risk, approved, authors, rules, counted, ignored, findings: findings.map(findingJson) };
}
