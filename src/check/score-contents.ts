import type { Action, Content } from '../core/contract.ts';
import type { Finding } from '../core/finding.ts';
import type { TextKind } from '../core/scorer.ts';
import type { LoadedExecution, LoadedStep } from '../load/types.ts';
import { walkInput } from '../plan/index.ts';
import { judgeReadability } from './judge-readability.ts';
import { scoreText } from './score-text.ts';
import type { CheckRegistry, Measure, TextScore } from './types.ts';

const kinds: Readonly<Record<Action['channel'], TextKind>> = {
  web: 'blog',
  email: 'email',
  ads: 'ad',
  social: 'social',
  sms: 'sms',
  chat: 'text',
  crm: 'text',
};

/** Scores of every text that people wrote for an execution, and what is too much for policy or brand. */
export async function scoreContents(
  execution: LoadedExecution,
  measure: Measure,
  registry: CheckRegistry,
): Promise<{ readonly scores: readonly TextScore[]; readonly findings: readonly Finding[] }> {
  const texts = execution.steps.flatMap((step) => contentsOf(step).map((content) => ({ step, content })));
  if (texts.length === 0) return { scores: [], findings: [] };
  const scorers = await Promise.all(Object.values(registry.scorers).map((load) => load()));
  const scored = await Promise.all(
    texts.map(async ({ step, content }) => {
      const channel = measure.actions.get(step.id)?.channel;
      const kind = channel === undefined ? 'text' : kinds[channel];
      const { file } = content.place;
      const result = await scoreText(content.text, { kind, format: content.format }, scorers);
      const score: TextScore = { step: step.id, kind, ...(file === undefined ? {} : { file }), ...result };
      return { score, findings: judgeReadability(score, content, measure) };
    }),
  );
  return { scores: scored.map(({ score }) => score), findings: scored.flatMap(({ findings }) => findings) };
}

function contentsOf(step: LoadedStep): readonly Content[] {
  return walkInput(step.input).flatMap((node) => (node.is === 'content' ? [node.content] : []));
}
