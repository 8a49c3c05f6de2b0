import { join } from 'node:path';
import { listFiles, readBytes, readText } from '../../adapters/files/read-files.ts';
import type { NewFile } from '../../adapters/files/write-new-files.ts';
import { scheduleText, type Schedule } from './manifest-text.ts';
import type { Placed } from './place-execution.ts';

export interface CopyInput {
  readonly directory: string;
  /** Folder of the older execution, relative to the repository. */
  readonly from: string;
  readonly placed: Placed;
  readonly brand: string;
  readonly id: string;
  readonly timezone: string;
  readonly schedule: Schedule | null;
}

/** Results and instructions of what ran once belong to that run alone. */
const leftBehind = /^(result\.(json|md)|rollback\.json|continues\.json)$/;

/** The files of an older execution under a new identity. */
export async function copyExecution(input: CopyInput): Promise<readonly NewFile[]> {
  const folder = join(input.directory, input.from);
  const { files } = await listFiles(folder);
  const copied = files.filter((file) => file !== 'execution.yaml' && !leftBehind.test(file));
  const manifest = renewManifest((await readText(join(folder, 'execution.yaml'))) ?? '', input);
  const contents = await Promise.all(
    copied.map(async (file) => ({
      path: `${input.placed.folder}/${file}`,
      content: (await readBytes(join(folder, file))) ?? '',
      why: 'copied unchanged',
    })),
  );
  const why = 'the older plan under a new id, without its time';
  return [{ path: `${input.placed.folder}/execution.yaml`, content: manifest, why }, ...contents];
}

/** The manifest's text with what makes it another execution; comments and order stay as they are. Pure. */
export function renewManifest(
  text: string,
  { id, brand, from, placed, schedule, timezone }: Omit<CopyInput, 'directory'>,
): string {
  const oldName = from.split('/').at(-1) ?? '';
  // Block and flow form: the key's line, and all lines that are indented below it.
  const without = (key: string): RegExp => new RegExp(`^${key}:.*\\n(?:[ \\t]+.*\\n)*`, 'gm');
  const hadSchedule = /^schedule:/m.test(text);
  const note = `# Copied from ${from}${hadSchedule && schedule === null ? ', without its schedule' : ''}.\n`;
  return `${text.replaceAll(/\r\n?/g, '\n').trimEnd()}\n`
    .replaceAll(without('(?:schedule|continues|rolls-back|proposed-by)'), '')
    .replace(/^id:.*$/m, `id: ${id}`)
    .replace(/^generation:.*$/m, 'generation: 1')
    .replace(/^brand:.*$/m, `brand: ${brand}`)
    .replaceAll(/^# (?:Copied from |Without a schedule |schedule: ).*\n/gm, '')
    .replace(new RegExp(`^( +slug: )${oldName}(?=\\s)`, 'm'), `$1${placed.name}`)
    .replace(/^steps:/m, `${note}${scheduleText(schedule, timezone)}steps:`);
}
