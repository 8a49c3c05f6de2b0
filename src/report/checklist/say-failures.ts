import type { Plan, Step } from '../../generated/types/plan.ts';
import { joinWords } from '../format-count.ts';

/** What happens if a step fails: what is undone, what stays, what is not started. The same decisions as journal/next-undo.ts. */
export function sayFailures({ effects, explanation }: Plan): readonly string[] {
  const { steps } = effects;
  const nameOf = (step: Step): string =>
    `${steps.indexOf(step) + 1} (${explanation.steps.find(({ id }) => id === step.id)?.title ?? step.id})`;
  return steps.map((failed, index) => {
    const before = steps.slice(0, index);
    const undone = effects['on-failure'] === 'rollback' ? undoneOf(before) : new Set<string>();
    const taken = before.filter(({ id }) => undone.has(id));
    const words = [
      ...say(steps.slice(index + 1).map(nameOf), 'not started'),
      ...say(taken.filter(({ reversibility }) => reversibility === 'full').map(nameOf), 'undone'),
      ...say(taken.filter(({ reversibility }) => reversibility !== 'full').map(nameOf), 'stopped'),
      ...before.filter(({ id }) => !undone.has(id)).map((step) => `${nameOf(step)} stays`),
    ];
    return `If ${nameOf(failed)} fails: ${index === 0 ? 'nothing goes out' : words.join(', ')}.`;
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

function say(names: readonly string[], what: string): string[] {
  return names.length === 0 ? [] : [`${joinWords(names, 'and')} ${names.length === 1 ? 'is' : 'are'} ${what}`];
}
