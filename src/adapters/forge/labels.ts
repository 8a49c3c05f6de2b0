import type { Forge, Label } from '../../core/forge.ts';
import { success, type Result } from '../../core/result.ts';
import { readAll } from './client/read-answers.ts';
import type { ForgeClient } from './client/types.ts';
import { text } from './read/fields.ts';

/** What differs between forges about labels. */
export interface LabelKeeper {
  /** Puts labels on an issue or pull request, with their colours, making those that are missing. */
  add(number: number, labels: readonly Label[]): Promise<Result<void>>;
  /** Takes one away; fine where it is not there. */
  remove(number: number, name: string): Promise<Result<void>>;
  /** What a new issue wants to have named: names or numbers, of labels that then exist. */
  namesForIssue(labels: readonly Label[]): Promise<Result<readonly (string | number)[]>>;
}

/** Makes our labels be exactly the wanted ones; others are left alone. Costs no request where `current` is so already. */
export function labels(client: ForgeClient, keeper: LabelKeeper): Pick<Forge, 'setLabels'> {
  return {
    setLabels: async (number, prefix, wanted, current) => {
      const present = current === undefined ? await labelsOf(client, number) : success(current);
      if (!present.ok) return present;
      const here = present.value.map(fold);
      const missing = wanted.filter(({ name }) => !here.includes(fold(name)));
      const names = new Set(wanted.map(({ name }) => fold(name)));
      const surplus = present.value.filter((name) => fold(name).startsWith(fold(prefix)) && !names.has(fold(name)));
      const added = missing.length === 0 ? success(undefined) : await keeper.add(number, missing);
      if (!added.ok) return added;
      for (const name of surplus) {
        const removed = await keeper.remove(number, name);
        if (!removed.ok) return removed;
      }
      return success(undefined);
    },
  };
}

/** Forges do not tell names apart that differ in case only. */
export function fold(name: string): string {
  return name.toLowerCase();
}

function labelsOf(client: ForgeClient, number: number): Promise<Result<readonly string[]>> {
  const question = { route: 'GET /repos/{owner}/{repo}/issues/{number}/labels', parameters: { number }, what: `the labels of number ${number}`, need: 'issues: read' } as const; // prettier-ignore
  return readAll(client, question, (label) => text(label, 'name') ?? null);
}
