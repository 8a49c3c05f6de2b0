import type { OpenQuestion } from '../history/question-of.ts';

/** A question that only a person can answer, with what is needed to answer it. */
export function questionText(one: OpenQuestion): string {
  const { path, step, uses, operation, direction, question, sent, origin, connection, lookFor, answers, finding } = one;
  return [
    `${path} waits for a person.`,
    question,
    ...(finding === undefined ? [] : [finding.hint]),
    '',
    `Step ${step} (${uses}), operation ${operation}${direction === 'undo' ? ', to be undone' : ''}.`,
    ...(sent === undefined
      ? []
      : [`Sent between ${sent.from} and ${sent.until}; request ${sent.request}, key ${sent.key}.`]),
    `Look at ${origin} (connection ${connection}).`,
    ...lookFor.map((line) => `  ${line.replaceAll(/\s+/g, ' ')}`),
    '',
    'Answers:',
    ...answers.map(({ answer, words }) => `  ${answer}: ${words}`),
  ].join('\n');
}
