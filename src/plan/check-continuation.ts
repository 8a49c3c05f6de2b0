import { finding, type Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { LoadedExecution } from '../load/types.ts';

/** Steps that the continued execution has done: they are needed and used, and not sent. */
export function doneSteps({
  continuation,
}: LoadedExecution): readonly { readonly id: string; readonly uses: string }[] {
  return (continuation?.continues.done ?? []).map(({ step, uses }) => ({ id: step, uses }));
}

/**
 * Whether an execution that continues another one holds a part of what remains of it, and nothing else. Whether the
 * copy is what the sealed log says is compared before anything is sent; here it is taken at its word.
 */
export function checkContinuation(execution: LoadedExecution): Result<null> {
  const { manifest, continuation, place, steps } = execution;
  const { continues: wanted } = manifest;
  if (wanted === undefined) return success(null);
  if (continuation === undefined || continuation.continues.execution !== wanted)
    return failure([finding('plan/continues-nothing', { executionId: wanted }, place('/continues'))]);
  const problems: Finding[] = [];
  if (manifest['rolls-back'] !== undefined)
    problems.push(finding('plan/continues-and-rolls-back', {}, place('/continues')));
  const { done, remaining } = continuation.continues;
  for (const { id, uses } of steps) {
    if (done.some(({ step }) => step === id))
      problems.push(finding('plan/step-done-before', { step: id }, place(`/steps/${id}`)));
    else if (!remaining.some((one) => one.step === id && one.uses === uses)) {
      const known = remaining.map((one) => one.step);
      problems.push(finding('plan/not-in-remainder', { step: id, known }, place(`/steps/${id}`)));
    }
  }
  return problems.length > 0 ? failure(problems) : success(null);
}
