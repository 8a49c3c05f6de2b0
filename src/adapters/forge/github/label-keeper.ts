import type { Label } from '../../../core/forge.ts';
import { success, type Result } from '../../../core/result.ts';
import type { ForgeClient } from '../client/types.ts';
import { githubFacts } from '../facts.ts';
import { fold, type LabelKeeper } from '../labels.ts';
import { items, text } from '../read/fields.ts';

/** Labels on GitHub: by name. One that is missing comes into being when it is added, grey; then it gets its colour. */
export function githubLabelKeeper(client: ForgeClient): LabelKeeper {
  return {
    add: async (number, labels) => {
      const names = labels.map(({ name }) => name);
      let reply = await add(client, number, names);
      if (!reply.ok) return reply;
      if (reply.value.status === 422) {
        const made = await each(labels, (label) => createLabel(client, label));
        if (!made.ok) return made;
        reply = await add(client, number, names, false);
        if (!reply.ok) return reply;
      }
      return each(greyOnes(items(reply.value.data) ?? [], labels), (label) => paint(client, label));
    },
    remove: async (number, name) => {
      const removed = await client.ask({ route: 'DELETE /repos/{owner}/{repo}/issues/{number}/labels/{name}', parameters: { number, name }, what: `taking label ${name} from number ${number}`, need: 'issues: write', allow: [404] }); // prettier-ignore
      return removed.ok ? success(undefined) : removed;
    },
    namesForIssue: async (labels) => {
      const made = await each(labels, (label) => createLabel(client, label));
      return made.ok ? success(labels.map(({ name }) => name)) : made;
    },
  };
}

function add(
  client: ForgeClient,
  number: number,
  labels: readonly string[],
  may = true,
): ReturnType<ForgeClient['ask']> {
  return client.ask({
    route: 'POST /repos/{owner}/{repo}/issues/{number}/labels',
    parameters: { number, labels },
    what: `labels for number ${number}`,
    need: 'issues: write',
    allow: may ? [422] : [],
  });
}

function greyOnes(present: readonly unknown[], wanted: readonly Label[]): readonly Label[] {
  const grey = githubFacts.labelColor.value;
  const names = present
    .filter((label) => text(label, 'color') === grey)
    .map((label) => fold(text(label, 'name') ?? ''));
  return wanted.filter(({ name, color }) => names.includes(fold(name)) && color.toLowerCase() !== grey);
}

async function paint(client: ForgeClient, { name, color, description }: Label): Promise<Result<void>> {
  const painted = await client.ask({
    route: 'PATCH /repos/{owner}/{repo}/labels/{name}',
    parameters: { name, color, description },
    what: `the colour of label ${name}`,
    need: 'issues: write',
  });
  return painted.ok ? success(undefined) : painted;
}

/** 422: it is there already. */
async function createLabel(client: ForgeClient, { name, color, description }: Label): Promise<Result<void>> {
  const created = await client.ask({ route: 'POST /repos/{owner}/{repo}/labels', parameters: { name, color, description }, what: `a label ${name}`, need: 'issues: write', allow: [422] }); // prettier-ignore
  return created.ok ? success(undefined) : created;
}

async function each(labels: readonly Label[], act: (label: Label) => Promise<Result<void>>): Promise<Result<void>> {
  for (const label of labels) {
    const done = await act(label);
    if (!done.ok) return done;
  }
  return success(undefined);
}
