import { sha256Hex } from '../../../src/core/canonical.ts';
import { decisionIdOf, operationKeyOf } from '../../../src/core/identity.ts';
import type { Decision } from '../../../src/generated/types/decision.ts';
import { questionOf, type OpenQuestion } from '../../../src/history/question-of.ts';
import type { Entry } from '../../../src/journal/entry.ts';
import { reduce } from '../../../src/journal/reduce.ts';
import { decisionFolder } from '../../../src/load/index.ts';
import { origin } from './paper-connector.ts';
import type { Planned } from './scenario.ts';
import { names, repositoryId, type SimulatedWorld } from './simulated-world.ts';

/** People look at the platform and answer truthfully what is asked of them; gives what they said. */
export function answerQuestions(world: SimulatedWorld, executions: readonly Planned[]): string[] {
  const open = executions.flatMap(({ executionId }) => {
    const state = reduce(world.origin.texts(names.execution(executionId)).map((text) => JSON.parse(text) as Entry));
    return (state === null ? null : questionOf(state, executionId)) ?? [];
  });
  return open.map((question) => {
    const said = truth(world, question);
    decide(world, question, said);
    return said.answer;
  });
}

/** Commits an answer to the default branch, approved by somebody with the role. */
export function decide(
  world: SimulatedWorld,
  question: OpenQuestion,
  said: Pick<Decision, 'answer' | 'receipt'>,
  approved = true,
): void {
  const { executionId: execution, hash, step, operation, brand } = question;
  const decision: Decision = { version: 1, execution, question: hash, step, operation, reason: 'Seen there.', ...said };
  const folder = decisionFolder(brand, execution, hash);
  const text = JSON.stringify(decision);
  const files = world.history.commits.at(-1)?.files ?? {};
  world.origin.branchTip = world.history.commit({ ...files, [`${folder}/decision.yaml`]: text });
  const commit = world.history.commits.length - 1;
  const liveId = decisionIdOf(repositoryId, execution, hash);
  if (approved) world.approved.push({ commit, liveId, digest: `mc1:sha256:${sha256Hex(text)}` });
}

function truth(world: SimulatedWorld, question: OpenQuestion): Pick<Decision, 'answer' | 'receipt'> {
  const { executionId, step, operation, direction, answers } = question;
  const key = operationKeyOf(executionId, step, operation, 'do');
  const thing = world.platform.things.find((one) => one.key === key && one.removedAt === null);
  if (!answers.some(({ answer }) => answer === 'did-not-happen'))
    return { answer: world.random.pick(answers.map(({ answer }) => answer)) };
  if (direction === 'undo') return { answer: thing === undefined ? 'happened' : 'did-not-happen' };
  if (thing === undefined) return { answer: 'did-not-happen' };
  return { answer: 'happened', receipt: { id: thing.id, url: `${origin}/${thing.id}` } };
}
