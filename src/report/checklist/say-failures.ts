import type { Plan, Step } from '../../generated/types/plan.ts';
import { joinWords } from '../format-count.ts';

/** What happens if a step fails: what is undone, what stays, what is not started. The same decisions as journal/next-undo.ts. */
export function sayFailures({ effects, explanation }: Plan): readonly string[] {
  const { steps } = effects;
  const titles = new Map(explanation.steps.map(({ id, title }) => [id, title]));
  return steps.map(({ id }, index) => {
    const before = steps.slice(0, index);
    const undone = effects['on-failure'] === 'rollback' ? undoneOf(before) : new Set<string>();
    const numbers = (wanted: readonly Step[]): string[] => wanted.map((step) => String(steps.indexOf(step) + 1));
    const words = [
      ...say(numbers(steps.slice(index + 1)), 'is not started', 'are not started'),
      ...say(numbers(before.filter((step) => undone.has(step.id))), 'is undone', 'are undone'),
      ...say(numbers(before.filter((step) => !undone.has(step.id))), 'stays', 'stay'),
    ];
    const outcome = words.length === 0 ? 'nothing goes out' : words.join(', ');
    return `If ${index + 1} (${titles.get(id) ?? id}) fails: ${outcome}.`;
  });
}

/** What a step that cannot be undone needs stays with it: a mail links to the post that it announces. */
function undoneOf(done: readonly Step[]): ReadonlySet<string> {
  const kept = new Set<string>();
  const keep = (id: string): void => {
    if (kept.has(id)) return;
    kept.add(id);
    for (const needed of done.find((step) => step.id === id)?.needs ?? []) keep(needed);
  };
  for (const step of done) if (step.reversibility === 'none') keep(step.id);
  return new Set(done.map(({ id }) => id).filter((id) => !kept.has(id)));
}

function say(numbers: readonly string[], one: string, many: string): string[] {
  return numbers.length === 0 ? [] : [`${joinWords(numbers, 'and')} ${numbers.length === 1 ? one : many}`];
}
