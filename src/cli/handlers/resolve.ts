import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Engine } from '../../execute/engine.ts';
import type { Decision } from '../../generated/types/decision.ts';
import type { OpenQuestion } from '../../history/question-of.ts';
import { decisionFolder } from '../../load/index.ts';
import { questionText } from '../../report/question-text.ts';
import { wrapLines } from '../../report/wrap-lines.ts';
import { withEngine, type EngineCommandOptions } from '../engine/with-engine.ts';
import type { Io } from '../io.ts';
import { printFailure, printJson } from '../print.ts';
import { decisionText } from '../resolve/decision-text.ts';
import { findQuestion, type Parked } from '../resolve/find-question.ts';
import { proposeDecision, type ProposedDecision } from '../resolve/propose-decision.ts';
import { settleAtOnce } from '../resolve/settle-at-once.ts';

interface Options extends EngineCommandOptions {
  readonly step?: string;
  readonly operation?: string;
  readonly answer?: Decision['answer'];
  readonly reason?: string;
  readonly seen?: string;
  readonly receiptId?: string;
  readonly receiptUrl?: string;
  readonly atOnce?: boolean;
}

type Outcome = { readonly question: OpenQuestion; readonly decision?: Decision; readonly proposed?: ProposedDecision };

/** Shows the question that an execution waits with, or proposes the answer to it. */
export async function handle(wanted: string, raw: Record<string, unknown>, io: Io): Promise<number> {
  const options = raw as Options;
  const { format } = options;
  return withEngine(options, io, async ({ engine }) => {
    const parked = await findQuestion(engine, wanted);
    const done = parked.ok ? await answer(engine, parked.value, options) : parked;
    if (!done.ok) return printFailure(io, format, done.error);
    if (format === 'json') printJson(io, { version: 1, ...done.value });
    else io.stdout(`${wrapLines(words(done.value), 80)}\n`);
    return 0;
  });
}

async function answer(engine: Engine, parked: Parked, options: Options): Promise<Result<Outcome>> {
  const { question } = parked;
  if (options.answer === undefined) return success({ question });
  const decision = decisionOf(question, { ...options, answer: options.answer });
  if (!decision.ok) return decision;
  if (options.atOnce === true) {
    const settled = await settleAtOnce(engine, parked, decision.value);
    return settled.ok ? success({ question, decision: decision.value }) : settled;
  }
  const proposed = await proposeDecision(engine.repository, {
    folder: decisionFolder(question.brand, question.executionId, question.hash),
    text: decisionText(question, decision.value),
    title: `Answer "${options.answer}" about ${question.step}/${question.operation} of ${question.path}`,
  });
  return proposed.ok ? success({ question, decision: decision.value, proposed: proposed.value }) : proposed;
}

function decisionOf(
  question: OpenQuestion,
  {
    answer: given,
    reason = '',
    seen,
    receiptId,
    receiptUrl,
    step,
    operation,
  }: Options & { answer: Decision['answer'] },
): Result<Decision> {
  const asked = `${question.step}/${question.operation}`;
  const named = `${step ?? question.step}/${operation ?? question.operation}`;
  if (named !== asked) return failure([finding('execution/other-question', { asked, given: named })]);
  const possible = question.answers.map((one) => one.answer);
  if (!possible.includes(given)) return failure([finding('execution/impossible-answer', { answer: given, possible })]);
  return success({
    version: 1,
    execution: question.executionId,
    question: question.hash,
    step: question.step,
    operation: question.operation,
    answer: given,
    reason,
    ...(seen !== undefined && { seen }),
    ...(receiptId !== undefined && {
      receipt: { id: receiptId, ...(receiptUrl !== undefined && { url: receiptUrl }) },
    }),
  });
}

function words({ question, decision, proposed }: Outcome): string {
  if (decision === undefined)
    return [questionText(question), '', 'Answer it:', `  mergecast resolve ${question.id} --answer ANSWER --reason "..."`].join('\n'); // prettier-ignore
  if (proposed === undefined)
    return `Answered: ${decision.answer}. \`mergecast run --sandbox ...\` goes on from there.`;
  const { branch, path, url } = proposed;
  return [
    `Proposed the answer "${decision.answer}": ${path}`,
    `  on the branch "${branch}". Nothing goes on yet.`,
    '',
    'Next:',
    ...(url === null
      ? ['  Somebody with the role "resolve" approves it:', `    mergecast approve ${branch}`]
      : ['  Open the pull request; somebody with the role "resolve" approves it:', `    ${url}`]),
    '  then `mergecast run` goes on.',
  ].join('\n');
}
