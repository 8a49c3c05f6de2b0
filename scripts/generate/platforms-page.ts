import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connector, Limit } from '../../src/core/contract.ts';
import type { Operation, Step } from '../../src/generated/types/plan.ts';
import { inlineReferences } from './inline-references.ts';
import { code, markdownTable } from './markdown-table.ts';
import { sampleStep, type Sampled } from './sample-step.ts';
import { listFiles, readSchemas } from './schema-files.ts';
import { schemaColumns, schemaRows } from './schema-rows.ts';

const head = `# Platforms and actions

What a step can use, what it needs, how far it can be undone, and the limits of the platform with their sources.

**If it is in doubt** says what happens when a call may have arrived although its answer did not: see
[the journal](../explanation/journal.md#when-there-is-doubt).

This page is generated from \`src/connectors/\` by \`npm run generate\`; do not edit it.
`;

/** docs/reference/platforms.md: every platform and action, by their own files. */
export async function platformsPage(root: string): Promise<Map<string, string>> {
  const sampled = await readActions(root);
  const platforms = [...new Map(sampled.map(({ connector }) => [connector.id, connector])).values()];
  const sections = await Promise.all(
    platforms.map(async (connector) => {
      const own = sampled.filter((one) => one.connector.id === connector.id);
      const actions = await Promise.all(own.map(async (one) => actionSection(one, await sampleStep(one))));
      return [...platformSection(connector), ...actions.flat()].join('\n');
    }),
  );
  return new Map([['docs/reference/platforms.md', [head, ...sections].join('\n')]]);
}

/** From the files, not from the registry: that is generated in the same run. */
async function readActions(root: string): Promise<readonly Sampled[]> {
  const schemas = await readSchemas(root);
  const files = await listFiles(root, 'src/connectors');
  const load = async <T>(path: string): Promise<T> => (await import(pathToFileURL(join(root, path)).href)) as T;
  const found = schemas.map(async (file) => {
    const [, id = ''] = /^src\/connectors\/([^/]+)\//.exec(file.path) ?? [];
    const paths = [`src/connectors/${id}/index.ts`, file.path.replace('.schema.json', '.ts')] as const;
    if (file.action === undefined || !paths.every((path) => files.includes(path))) return null;
    const { connector } = await load<{ connector: Partial<Connector> }>(paths[0]);
    const { action } = await load<{ action: Partial<Sampled['action']> }>(paths[1]);
    // A folder that has only its names so far is no platform yet.
    if (connector.id === undefined || action.id === undefined) return null;
    return {
      uses: file.action,
      connector: connector as Connector,
      action: action as Sampled['action'],
      schema: inlineReferences(file, schemas),
    };
  });
  return (await Promise.all(found)).filter((one) => one !== null);
}

function platformSection({ id, title, docs, api, origin, secrets, ...rest }: Connector): string[] {
  const settings = Object.entries(rest.settings).map(([name, words]) => [code(name), words]);
  const optional = Object.entries(rest.optionalSettings ?? {}).map(([name, words]) => [code(name), `${words} (may be left out)`]); // prettier-ignore
  return [
    `## ${title}`,
    '',
    `Platform ${code(id)} in \`connections.yaml\`. ${address(origin)} Secrets: ${secrets.map(code).join(', ') || 'none'}.`,
    `[Documentation](${docs}); API ${api.version}, read at ${linked(api.source)} on ${api.readOn}${api.sunset === undefined ? '' : `, ends on ${api.sunset}`}.`,
    '',
    ...markdownTable(['setting', 'means'], [...settings, ...optional]),
  ];
}

function address(origin: Connector['origin']): string {
  return origin === 'connection'
    ? 'The address is your own: give it as `base-url`.'
    : `The address is ${code(origin.fixed)}.`;
}

function actionSection({ uses, action, schema }: Sampled, step: Step): string[] {
  const outputs = Object.entries(action.outputs).map(([name, { type, maxLength }]) => [
    code(`\${{ steps.<id>.${name} }}`),
    `${type}, at most ${maxLength} characters`,
  ]);
  return [
    `### ${uses}`,
    '',
    (schema['description'] ?? action.title) as string,
    '',
    `- Risk at least **${action.riskFloor}**. ${reversibility[step.reversibility]} ${step['undo-in-words']}`,
    '',
    ...markdownTable(schemaColumns, schemaRows(schema)),
    ...markdownTable(['output', 'is'], outputs),
    ...markdownTable(['call', 'who notices', 'if it is in doubt', 'undo'], step.operations.map(operationRow)),
    ...markdownTable(['limit', 'at most', 'source'], action.limits.map(limitRow)),
  ];
}

const reversibility: Readonly<Record<Step['reversibility'], string>> = {
  full: '**Can be undone.**',
  'stop-further': '**Can be stopped**, not undone.',
  none: '**Cannot be undone.**',
};

function operationRow({ id, effect, provider, undo }: Operation): string[] {
  const notices = { inert: 'nobody', live: 'the audience', spend: 'the invoice' }[effect];
  return [code(id), notices, doubt(provider), undo.map(({ words }) => words).join(' ') || 'none'];
}

function doubt(provider: Operation['provider']): string {
  if (provider.class === 'K') return `sent again: a repeat changes nothing${lasting(provider.window)}`;
  return provider.class === 'P' ? 'looked up on the platform' : 'a person decides';
}

/** Windows of years are no limit for anybody. */
function lasting(window: string | undefined): string {
  return window === undefined || /^P\d{3,}D/.test(window) ? '' : ` (within ${window})`;
}

function limitRow({ what, maximum, counting, source, readOn }: Limit): string[] {
  const unit = { utf16: 'characters (UTF-16)', 'code-points': 'characters', bytes: 'bytes', items: 'entries' }[
    counting
  ];
  return [what, `${maximum.toLocaleString('en')} ${unit}`, `${linked(source)}, read on ${readOn}`];
}

/** An address becomes a link; what stands behind it stays text. */
function linked(source: string): string {
  return source.replace(/^https?:\/\/\S+/, (url) => `[${new URL(url).host}](${url})`);
}
