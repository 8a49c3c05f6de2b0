import type { Decision } from '../../generated/types/decision.ts';
import type { OpenQuestion } from '../../history/question-of.ts';

/** `decision.yaml`: an answer as it is reviewed, with the question above it. Pure. */
export function decisionText(question: OpenQuestion, decision: Decision): string {
  const { path, id, answers } = question;
  const words = answers.find(({ answer }) => answer === decision.answer)?.words ?? '';
  const { seen, receipt } = decision;
  return `# yaml-language-server: $schema=../../../schemas/decision.schema.json
# The answer to a question that only a person can answer, about ${path} (${id}).
${comment(question.question)}# "${decision.answer}" means: ${words}.
# Somebody with the role "resolve" who did not write this approves it; then \`mergecast run\` goes on.
version: 1
execution: ${decision.execution}
question: ${decision.question}
step: ${decision.step}
operation: ${decision.operation}
answer: ${decision.answer}
reason: ${JSON.stringify(decision.reason)}
${seen === undefined ? '' : `seen: ${JSON.stringify(seen)}\n`}${receipt === undefined ? '' : `receipt: ${JSON.stringify(receipt)}\n`}`;
}

function comment(text: string): string {
  return `# ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}\n`;
}
