import { finding, type Finding, type Place } from '../core/finding.ts';
import { nearestWord } from '../core/nearest-word.ts';
import type { FolderFiles } from './folder-files.ts';
import { elsewhere, isMapping, type ReadRecord } from './read-record.ts';
import { ResolveInput } from './resolve-input.ts';
import { schemaFindings } from './schema-findings.ts';
import { SourceMap } from './source-map.ts';
import type { ActionCatalogue, LoadedMedia, LoadedStep } from './types.ts';
import { escapePointer } from './yaml/walk-nodes.ts';

/** The steps of a manifest with everything that their inputs refer to. */
export interface LoadedSteps {
  readonly steps: readonly LoadedStep[];
  readonly media: readonly LoadedMedia[];
  readonly findings: readonly Finding[];
  /** What planning says again, where loading succeeds: reported here only if it does not. */
  readonly deferred: readonly Finding[];
  /** Leads into data files too. */
  place(pointer: string): Place;
}

/** Loads all steps, also where some are broken: a step with an unknown action hinders no other. */
export async function loadSteps(
  { value, parsed }: ReadRecord,
  files: FolderFiles,
  catalogue: ActionCatalogue,
): Promise<LoadedSteps> {
  const sources = new SourceMap(parsed);
  const work = new ResolveInput(files, sources);
  const steps = Object.entries(isMapping(value['steps']) ? value['steps'] : {});
  const loaded: LoadedStep[] = [];
  const findings: Finding[] = [];
  const deferred: Finding[] = [];
  for (const [id, step] of steps) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) {
      findings.push(
        finding('manifest/step-id', { id: id.slice(0, 80) }, sources.keyPlace(`/steps/${escapePointer(id)}`)),
      );
    }
    if (!isMapping(step) || typeof step['uses'] !== 'string') continue;
    const { step: one, problems, unknown } = await loadStep(id, step, work, catalogue);
    loaded.push(one);
    findings.push(...problems);
    deferred.push(...unknown);
  }
  deferred.push(...unknownNeeds(loaded, steps.map(([id]) => id), sources)); // prettier-ignore
  return {
    steps: loaded,
    media: [...work.media.values()],
    findings: [...elsewhere(findings, [...parsed.problems, ...work.problems]), ...work.problems],
    deferred,
    place: (pointer) => sources.place(pointer),
  };
}

async function loadStep(
  id: string,
  step: Readonly<Record<string, unknown>>,
  work: ResolveInput,
  catalogue: ActionCatalogue,
): Promise<{ step: LoadedStep; problems: readonly Finding[]; unknown: readonly Finding[] }> {
  const { uses, connection, needs } = step;
  const name = String(uses);
  const pointer = `/steps/${escapePointer(id)}`;
  const action = await catalogue.action(name);
  const plain = {
    id,
    uses: name,
    connection: typeof connection === 'string' ? connection : '',
    needs: Array.isArray(needs) ? needs.filter((need) => typeof need === 'string') : [],
  };
  if (action === null) {
    const parameters = { name, known: catalogue.known, nearest: nearestWord(name, catalogue.known) };
    const place = work.sources.place(`${pointer}/uses`);
    return {
      step: { ...plain, input: step['with'] },
      problems: [],
      unknown: [finding('plan/unknown-action', parameters, place)],
    };
  }
  const at = `${pointer}/with`;
  const input = await work.data(step['with'], action.references, at);
  const problems = isMapping(input) ? schemaFindings(action.validate(input), work.sources.below(at)) : [];
  const resolved = await work.files(input, action.references, at);
  return { step: { ...plain, input: resolved }, problems, unknown: [] };
}

/** `ids` are the names that are written, also of steps that could not be loaded: those are there all the same. */
function unknownNeeds(steps: readonly LoadedStep[], ids: readonly string[], sources: SourceMap): Finding[] {
  return steps.flatMap(({ id, needs }) =>
    [...needs.entries()].flatMap(([index, name]) => {
      if (ids.includes(name)) return [];
      const known = ids.filter((one) => one !== id);
      const place = sources.place(`/steps/${escapePointer(id)}/needs/${index}`);
      return [finding('plan/unknown-step', { name, known, nearest: nearestWord(name, known) }, place)];
    }),
  );
}
