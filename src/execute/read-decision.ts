import { decisionInput, evaluateApprovals, type ApprovalVerdict } from '../authorize/index.ts';
import { finding, type Finding } from '../core/finding.ts';
import { decisionIdOf } from '../core/identity.ts';
import { failure, success, type Result } from '../core/result.ts';
import { decisionFolder, loadDecision, type LoadedDecision } from '../load/index.ts';
import { possibleAnswers } from '../journal/possible-answers.ts';
import type { JournalState, Question } from '../journal/state.ts';
import type { DefaultBranch } from './discover.ts';
import type { Engine } from './engine.ts';
import { whyNot } from './why-not.ts';

/** An answer that counts. */
export interface Decided extends LoadedDecision {
  readonly verdict: ApprovalVerdict;
}

/**
 * The approved answer to the open question, from the default branch; null where there is none yet. Approvals are asked
 * for and judged as for an execution, and are of the file's exact bytes.
 */
export async function readDecision(
  engine: Engine,
  executionId: string,
  state: JournalState,
): Promise<Result<Decided | null, readonly Finding[]>> {
  const { question } = state;
  const branch = engine.branch.current;
  if (question === null || branch === null) return success(null);
  const folder = decisionFolder(state.authorised.effects.brand, executionId, question.hash);
  const loaded = await loadDecision(engine.repository.at(branch.tip), folder);
  if (!loaded.ok || loaded.value === null) return loaded as Result<null, readonly Finding[]>;
  const problems = problemsWith(loaded.value, executionId, question, state);
  if (problems.length > 0) return failure(problems);
  const verdict = await judge(engine, branch, executionId, state, loaded.value);
  if (verdict.approved) return success({ ...loaded.value, verdict });
  const { file } = loaded.value;
  return failure([finding('execution/decision-not-approved', { why: whyNot(verdict) }, { file }), ...verdict.findings]);
}

function problemsWith(
  { decision, file }: LoadedDecision,
  executionId: string,
  question: Question,
  state: JournalState,
): Finding[] {
  const expected = {
    execution: executionId,
    question: question.hash,
    step: question.step,
    operation: question.operation,
  };
  const differing = (['execution', 'question', 'step', 'operation'] as const)
    .filter((what) => decision[what] !== (expected[what] ?? ''))
    .map((what) => finding('execution/decision-differs', { what, expected: expected[what] ?? 'left out' }, { file }));
  const possible = possibleAnswers(state);
  const { answer } = decision;
  return possible.includes(answer)
    ? differing
    : [...differing, finding('execution/impossible-answer', { answer, possible }, { file })];
}

async function judge(
  engine: Engine,
  { tip, policy: { policy } }: DefaultBranch,
  executionId: string,
  { authorised: { effects } }: JournalState,
  { decision, folder, digest }: LoadedDecision,
): Promise<ApprovalVerdict> {
  const { repositoryId: repository, world } = engine;
  const { brand, id, generation } = effects;
  const words = `${decision.answer}: ${decision.reason}`;
  const input = decisionInput({ repository, brand, id, generation, folder, digest, words }, policy);
  const found = await engine.approvals.find({
    liveId: decisionIdOf(repository, executionId, decision.question),
    id: executionId,
    tip,
    base: engine.branch.base,
    folder,
    digest,
    policy: input.policy,
    digestAt: ({ commit }) => digestAt(engine, commit, folder),
  });
  return evaluateApprovals({
    ...input,
    ...found,
    now: engine.dueNow(),
    clock: engine.clock.now(),
    world,
    ceiling: null,
  });
}

async function digestAt(engine: Engine, commit: string, folder: string): Promise<string | null> {
  if ((await engine.repository.commit(commit)) === null) return null;
  const loaded = await loadDecision(engine.repository.at(commit), folder);
  return loaded.ok ? (loaded.value?.digest ?? null) : null;
}
