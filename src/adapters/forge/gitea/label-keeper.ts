import type { Label } from '../../../core/forge.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { createOnce } from '../client/create-once.ts';
import { readAll } from '../client/read-answers.ts';
import type { ForgeClient } from '../client/types.ts';
import { fold, type LabelKeeper } from '../labels.ts';
import { integer, text } from '../read/fields.ts';

interface Known {
  readonly id: number;
  readonly name: string;
}

/** Labels on Gitea: by number, since two may share a name; an unknown name is passed over in silence there. */
export function giteaLabelKeeper(client: ForgeClient): LabelKeeper {
  const numbersOf = async (labels: readonly Label[]): Promise<Result<readonly number[]>> => {
    if (labels.length === 0) return success([]);
    const known = await knownLabels(client);
    if (!known.ok) return known;
    const numbers: number[] = [];
    for (const label of labels) {
      const found = known.value.find(({ name }) => fold(name) === fold(label.name));
      const made = found === undefined ? await createLabel(client, label) : success(found);
      if (!made.ok) return failure(made.error);
      numbers.push(made.value.id);
    }
    return success(numbers);
  };
  return {
    add: async (number, labels) => {
      const numbers = await numbersOf(labels);
      if (!numbers.ok) return numbers;
      const added = await client.ask({ route: 'POST /repos/{owner}/{repo}/issues/{number}/labels', parameters: { number, labels: numbers.value }, what: `labels for number ${number}`, need: 'issues: write' }); // prettier-ignore
      return added.ok ? success(undefined) : added;
    },
    remove: async (number, name) => {
      const known = await knownLabels(client);
      if (!known.ok) return known;
      for (const { id } of known.value.filter((label) => fold(label.name) === fold(name))) {
        const removed = await client.ask({ route: 'DELETE /repos/{owner}/{repo}/issues/{number}/labels/{id}', parameters: { number, id }, what: `taking label ${name} from number ${number}`, need: 'issues: write', allow: [404, 422] }); // prettier-ignore
        if (!removed.ok) return removed;
      }
      return success(undefined);
    },
    namesForIssue: numbersOf,
  };
}

function readLabel(data: unknown): Known | null {
  const id = integer(data, 'id');
  const name = text(data, 'name');
  return id === undefined || name === undefined ? null : { id, name };
}

function knownLabels(client: ForgeClient): Promise<Result<readonly Known[]>> {
  return readAll(client, { route: 'GET /repos/{owner}/{repo}/labels', what: 'the labels of the repository', need: 'issues: read' }, readLabel); // prettier-ignore
}

/** Gitea makes a second label of the same name without a word: what may be there already is looked up first. */
function createLabel(client: ForgeClient, { name, color, description }: Label): Promise<Result<Known>> {
  const parameters = { name, color: `#${color}`, description };
  return createOnce(client, { route: 'POST /repos/{owner}/{repo}/labels', parameters, what: `a label ${name}`, need: 'issues: write' }, readLabel, async () => {
    const known = await knownLabels(client);
    return known.ok ? success(known.value.find((label) => fold(label.name) === fold(name)) ?? null) : known;
  }); // prettier-ignore
}
