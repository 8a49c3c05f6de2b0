import type { NewFile } from '../../adapters/files/write-new-files.ts';
import type { Tree } from '../../core/ports.ts';
import type { Continues } from '../../generated/types/plan.ts';
import type { FollowUp } from '../../history/follow-up-of.ts';
import { continuedManifest } from './continued-manifest.ts';

export interface ContinuationFacts {
  readonly followUp: FollowUp;
  readonly continues: Continues;
  /** New ULID. */
  readonly id: string;
  /** Where it goes. */
  readonly folder: string;
  readonly now: Date;
}

/** Results, and copies of other logs, belong to the execution that they stand beside. */
const leftBehind = /^(execution\.yaml|result\.(json|md)|rollback\.json|continues\.json)$/;
const longestFile = 64 * 1024 * 1024;

/** Folder of the execution that carries on another one, in the month of today. */
export function continuedFolder({ brand, path }: FollowUp, now: Date): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, stem = name, count] = /^(.*?)-continued(?:-(\d+))?$/.exec(name) ?? [];
  const isFirst = stem === name;
  return `executions/${brand}/${now.toISOString().slice(0, 7)}/${stem}-continued${isFirst ? '' : `-${Number(count ?? 1) + 1}`}`;
}

/** The manifest of the remainder, the content as it was approved, and the copy of the log that it rests on. */
export async function continuationFiles(approved: Tree, facts: ContinuationFacts): Promise<readonly NewFile[]> {
  const { followUp, continues, id, folder, now } = facts;
  const read = (path: string): Promise<Uint8Array | null> => approved.read(path, longestFile);
  const text = new TextDecoder().decode((await read(`${followUp.path}/execution.yaml`)) ?? new Uint8Array());
  const remaining = continues.remaining.map(({ step }) => step);
  const manifest = continuedManifest(text, { followUp, id, remaining, keepsSchedule: isAhead(text, now) });
  const entries = (await approved.list(followUp.path)).filter(({ kind }) => kind === 'file');
  const contents = entries
    .map(({ path }) => path.slice(followUp.path.length + 1))
    .filter((name) => !leftBehind.test(name))
    .map(async (name): Promise<NewFile> => {
      const content = (await read(`${followUp.path}/${name}`)) ?? new Uint8Array();
      return { path: `${folder}/${name}`, content, why: 'as it was approved' };
    });
  const copy = `${JSON.stringify({ version: 1, continues }, null, 2)}\n`;
  return [
    { path: `${folder}/execution.yaml`, content: manifest, why: 'the remainder, to be approved' },
    { path: `${folder}/continues.json`, content: copy, why: 'what the sealed log says is done' },
    ...(await Promise.all(contents)),
  ];
}

/** Whether its day is still to come: the time itself, and whether it is late, is judged like any other. */
function isAhead(manifest: string, now: Date): boolean {
  const at = /\bat: *["']?(\d{4}-\d{2}-\d{2})T/.exec(manifest)?.[1];
  return at !== undefined && at > now.toISOString().slice(0, 10);
}
