import type { Plan } from '../../../src/generated/types/plan.ts';
import { loadBrand, loadExecution } from '../../../src/load/index.ts';
import { actionCatalogue } from '../../../src/load/index.ts';
import { planExecution } from '../../../src/plan/index.ts';
import { paperRegistry, type PinInput } from './paper-connector.ts';
import type { Random } from './random.ts';
import { idOf, repositoryId, type SimulatedWorld } from './simulated-world.ts';

/** A manifest of the simulation. */
export interface Planned {
  readonly folder: string;
  readonly id: string;
  readonly executionId: string;
  readonly onFailure: 'rollback' | 'stop';
  readonly steps: readonly { readonly id: string; readonly needs: readonly string[]; readonly input: PinInput }[];
}

const ids = ['01JD8Q6C9V5Y3M7R2T4W8X0ZAB', '01JD8Q6C9V5Y3M7R2T4W8X0ZAC', '01JD8Q6C9V5Y3M7R2T4W8X0ZAD'];

/** One to three executions of one to three steps each, of any provider class. */
export function drawExecutions(random: Random): Planned[] {
  return ids.slice(0, random.between(1, 2)).map((id, index) => ({
    folder: `executions/acme/2027-03/number-${index + 1}`,
    id,
    executionId: idOf(id),
    onFailure: random.chance(0.85) ? 'rollback' : 'stop',
    steps: ['one', 'two', 'three'].slice(0, random.between(1, 3)).map((name, at) => drawStep(random, name, at)),
  }));
}

function drawStep(random: Random, id: string, at: number): Planned['steps'][number] {
  const needs = at > 0 && random.chance(0.5) ? ['one'] : [];
  const drafts = [undefined, 'K', 'P', 'N'] as const;
  const draft = random.pick(drafts);
  const provider = random.pick(['K', 'P', 'P', 'N'] as const);
  const text = needs.length > 0 ? 'See ${{ steps.one.url }}' : 'Hello';
  return { id, needs, input: { provider, undo: random.chance(0.8), text, ...(draft && { draft }) } };
}

/** Commits these executions, `words` in every text; approved at once where they are. */
export async function commitExecutions(
  world: SimulatedWorld,
  executions: readonly Planned[],
  options: { readonly words?: string; readonly approve: boolean },
): Promise<void> {
  const files = {
    ...decisionsOf(world),
    'mergecast.yaml': `version: 1\nrepository: ${repositoryId}\ngroups: { owners: [ines@acme.example] }\nroles: { resolve: [owners] }\n`,
    'brands/acme/profile.yaml': 'brand_name: Acme\ntarget_markets: [DE]\n',
    'brands/acme/connections.yaml':
      'version: 1\nconnections:\n  wall: { platform: paper, base-url: "https://paper.example" }\n',
    ...Object.fromEntries(executions.map((one) => [`${one.folder}/execution.yaml`, manifestOf(one, options.words)])),
  };
  const commit = world.history.commit(files);
  world.origin.branchTip = commit;
  if (!options.approve) return;
  for (const { folder, executionId } of executions) {
    const { digest } = await planAt(world, folder);
    world.approved.push({ commit: world.history.commits.length - 1, liveId: executionId, digest });
  }
}

/** The plan of a folder at the newest commit. */
export async function planAt(world: SimulatedWorld, folder: string): Promise<Plan> {
  const tree = world.history.commits.at(-1)?.tree;
  if (tree === undefined) throw new Error('nothing was committed');
  const execution = await loadExecution(tree, folder, actionCatalogue(paperRegistry));
  const brand = await loadBrand(tree, 'acme');
  if (!execution.ok || !brand.ok) throw new Error(JSON.stringify([execution, brand]));
  const plan = await planExecution(execution.value, brand.value, repositoryId, paperRegistry);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function manifestOf({ id, onFailure, steps }: Planned, words = ''): string {
  const lines = steps.flatMap(({ id: step, needs, input }) => [
    `  ${step}:`,
    '    uses: paper/pin',
    '    connection: wall',
    ...(needs.length > 0 ? [`    needs: [${needs.join(', ')}]`] : []),
    `    with: ${JSON.stringify({ ...input, text: `${input.text ?? ''}${words}` })}`,
  ]);
  const head = ['version: 1', `id: ${id}`, 'generation: 1', 'brand: acme', 'summary: Pins', `on-failure: ${onFailure}`];
  return `${[...head, 'steps:', ...lines].join('\n')}\n`;
}

/** Answers of people stay where they are. */
function decisionsOf({ history }: SimulatedWorld): Readonly<Record<string, string>> {
  const files = Object.entries(history.commits.at(-1)?.files ?? {});
  return Object.fromEntries(files.filter(([path]) => path.startsWith('decisions/')));
}
