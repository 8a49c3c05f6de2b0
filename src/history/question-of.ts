import { possibleAnswers, wordsOfAnswer, type Answer } from '../journal/possible-answers.ts';
import { locate } from '../journal/plan-facts.ts';
import { operationRef, type JournalState, type Question } from '../journal/state.ts';

/** The exact question that an execution waits with, and what a person needs to answer it. */
export interface OpenQuestion {
  readonly executionId: string;
  readonly id: string;
  readonly brand: string;
  readonly path: string;
  /** Hash of the entry that asks; an answer names it. */
  readonly hash: string;
  readonly step: string;
  readonly uses: string;
  readonly operation: string;
  readonly direction: 'do' | 'undo';
  readonly question: string;
  /** What was found, where that raised the question. */
  readonly finding?: { readonly code: string; readonly message: string; readonly hint: string };
  /** What was sent, and when, where a call was announced: ISO instants, SHA-256 of the request, the key it carried. */
  readonly sent?: { readonly from: string; readonly until: string; readonly request: string; readonly key: string };
  /** Where to look. */
  readonly origin: string;
  readonly connection: string;
  readonly platform: string;
  /** What to look for: plain values of what the step leaves there. */
  readonly lookFor: readonly string[];
  readonly answers: readonly { readonly answer: Answer; readonly words: string }[];
}

/** What is asked of people; null where nothing is. Pure. */
export function questionOf(state: JournalState, executionId: string): OpenQuestion | null {
  const { question, authorised } = state;
  if (question?.step === undefined || question.operation === undefined) return null;
  const { step: id, operation, direction = 'do' } = question;
  const { step } = locate(authorised.effects, id, operation);
  const intent = state.operations.get(operationRef(id, operation))?.[direction].intent;
  return {
    executionId,
    id: authorised.effects.id,
    brand: authorised.effects.brand,
    path: authorised.path,
    hash: question.hash,
    step: id,
    uses: step.uses,
    operation,
    direction,
    question: question.question,
    ...findingOf(question),
    ...(intent && { sent: { from: intent.at, until: intent.notAfter, request: intent.request, key: intent.key } }),
    origin: step.connection.origin,
    connection: step.connection.name,
    platform: step.connection.platform,
    lookFor: plainValues(step.expect),
    answers: possibleAnswers(state).map((answer) => ({ answer, words: wordsOfAnswer(answer, state) })),
  };
}

function findingOf({ finding }: Question): Pick<OpenQuestion, 'finding'> {
  if (finding === undefined) return {};
  const { code, message, hint } = finding;
  return { finding: { code, message, hint } };
}

/** A few short texts; what is only known later is left out. */
function plainValues(expect: unknown): readonly string[] {
  if (typeof expect !== 'object' || expect === null) return [];
  return Object.entries(expect)
    .flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [`${name}: ${value.slice(0, 120)}`] : []))
    .slice(0, 5);
}
