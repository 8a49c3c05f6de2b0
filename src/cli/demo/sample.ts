import { ulid } from 'ulid';
import { packageFolder } from '../../adapters/files/package-folder.ts';
import { readBytes, readText } from '../../adapters/files/read-files.ts';
import { join } from 'node:path';

/** The files of an execution, by path in the repository. */
export interface SampleExecution {
  readonly id: string;
  readonly folder: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

export const brand = 'northwind-bikes';
const source = `executions/${brand}/2027-03/spring-is-here`;
const farewell = /\n---\n[\s\S]*$/;

/** Folder of the sample brand that ships with mergecast. */
export async function sampleBrand(): Promise<string> {
  return join(await packageFolder('brands'), brand);
}

/** The sample "Spring is here", due at once, and with the mistake that everybody makes once: no way to unsubscribe. */
export async function springExecution(): Promise<SampleExecution> {
  const files = await readSample(['execution.yaml', 'blog.md', 'email.md', 'ads.yaml', 'three-bikes.png']);
  const id = ulid();
  files.set('execution.yaml', manifest(files, id));
  files.set('email.md', textOf(files, 'email.md').replace(farewell, '\n'));
  return place(id, 'spring-is-here', files);
}

/** What the fix adds to the e-mail: the lines that its author forgot. */
export async function farewellOfEmail(): Promise<string> {
  const files = await readSample(['email.md']);
  return farewell.exec(textOf(files, 'email.md'))?.[0] ?? '';
}

/** A second execution, two steps long, whose ads will fail. */
export async function weekendExecution(): Promise<SampleExecution> {
  const files = await readSample(['execution.yaml', 'blog.md', 'ads.yaml', 'three-bikes.png']);
  const id = ulid();
  const text = manifest(files, id)
    .replace(/^ {2}email:\n(?: {4}.*\n)+/m, '')
    .replace(/^summary: .*$/m, 'summary: Publish the test-ride weekend and start its search ads.')
    .replace('slug: spring-is-here', 'slug: test-ride-weekend')
    .replace(/title: .*$/m, 'title: A weekend of test rides');
  files.set('execution.yaml', text);
  return place(id, 'test-ride-weekend', files);
}

/** A third execution: one blog post. */
export async function priceExecution(): Promise<SampleExecution> {
  const id = ulid();
  const execution = [
    '# yaml-language-server: $schema=../../../../schemas/execution.schema.json',
    'version: 1',
    `id: ${id}`,
    'generation: 1',
    `brand: ${brand}`,
    'summary: Announce the price of the winter check.',
    'steps:',
    '  blog:',
    '    uses: wordpress/publish-post',
    '    connection: main-site',
    '    with: { title: The winter check, slug: winter-check, content: ./blog.md, categories: [Workshop] }',
    '',
  ].join('\n');
  const blog =
    'Our winter check costs 49 euros. We look at 32 points, and we do nothing that you have not agreed to.\n';
  return place(
    id,
    'winter-check',
    new Map([
      ['execution.yaml', execution],
      ['blog.md', blog],
    ]),
  );
}

async function readSample(names: readonly string[]): Promise<Map<string, string | Uint8Array>> {
  const folder = await packageFolder(source);
  const read = async (name: string): Promise<string | Uint8Array | null> =>
    name.endsWith('.png') ? readBytes(join(folder, name)) : readText(join(folder, name));
  const entries = await Promise.all(names.map(async (name) => [name, (await read(name)) ?? ''] as const));
  return new Map(entries);
}

/** The sample's manifest under a new identity, without its schedule and with ads that end soon: a demo cannot wait for spring. */
function manifest(files: ReadonlyMap<string, string | Uint8Array>, id: string): string {
  return textOf(files, 'execution.yaml')
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^schedule: .*\n/m, '')
    .replace(/ends: "[0-9-]+"/, `ends: "${dayIn(10)}"`);
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function textOf(files: ReadonlyMap<string, string | Uint8Array>, name: string): string {
  const content = files.get(name);
  return typeof content === 'string' ? content : '';
}

function place(id: string, name: string, files: ReadonlyMap<string, string | Uint8Array>): SampleExecution {
  const month = new Date().toISOString().slice(0, 7);
  const folder = `executions/${brand}/${month}/${name}`;
  return { id, folder, files: new Map([...files].map(([file, content]) => [`${folder}/${file}`, content])) };
}
