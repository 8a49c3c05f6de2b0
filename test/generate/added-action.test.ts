import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { generateAll } from '../../scripts/generate/generate-all.ts';

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://mergecast.dev/schemas/actions/pigeon.send-note.schema.json',
  title: 'SendNote',
  type: 'object',
  description: 'Sends a note by pigeon.',
  properties: {
    content: { $ref: 'https://mergecast.dev/schemas/common.schema.json#/$defs/content' },
    pictures: {
      type: 'array',
      description: 'Pictures.',
      items: { $ref: 'https://mergecast.dev/schemas/common.schema.json#/$defs/media' },
      examples: [[]],
    },
    route: {
      description: 'Where it flies.',
      oneOf: [
        { type: 'string', description: 'Path.', pattern: '^\\./', examples: ['./route.yaml'] },
        { $ref: '#/$defs/route' },
      ],
      examples: ['./route.yaml'],
    },
  },
  required: ['content'],
  additionalProperties: false,
  $defs: {
    route: {
      type: 'object',
      description: 'Stops.',
      properties: { stop: { type: 'string', description: 'A stop.', examples: ['Berlin'] } },
      required: ['stop'],
      additionalProperties: false,
    },
  },
};

it('adding an action is adding its files', async () => {
  const root = await mkdtemp(join(tmpdir(), 'mergecast-generate-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(join(import.meta.dirname, '../../schemas'), join(root, 'schemas'), { recursive: true });
  await mkdir(join(root, 'src/connectors/pigeon/actions'), { recursive: true });
  await writeFile(join(root, 'src/connectors/pigeon/index.ts'), 'export const connector = {};');
  await writeFile(join(root, 'src/connectors/pigeon/sandbox.ts'), 'export const sandbox = {};');
  await writeFile(join(root, 'src/connectors/pigeon/actions/send-note.ts'), 'export const action = {};');
  await writeFile(join(root, 'src/connectors/pigeon/actions/send-note.schema.json'), JSON.stringify(schema));

  const generated = await generateAll(root);
  const registry = generated.get('src/generated/registry.ts') ?? '';
  expect(registry).toContain("'pigeon': async () => (await import('../connectors/pigeon/index.ts')).connector");
  expect(registry).toContain(
    "[{ pointer: '/content', as: 'content' }, { pointer: '/pictures/*/file', as: 'media' }, { pointer: '/route', as: 'data' }]",
  );
  expect(registry).not.toContain('sandbox');
  expect(generated.get('src/generated/sandbox-registry.ts')).toContain('../connectors/pigeon/sandbox.ts');

  const types = generated.get('src/generated/types/actions/pigeon.send-note.ts') ?? '';
  expect(types).toContain("import type { Content, Media } from '../../../core/contract.ts';");
  expect(types).toMatch(/content: Content;[\s\S]*file: Media;[\s\S]*route\?: \{[\s\S]*stop: string;/);

  const editors = JSON.parse(generated.get('schemas/execution.schema.json') ?? '');
  expect(editors.$defs.step.oneOf[0].properties.uses.const).toBe('pigeon/send-note');
  expect(editors.$defs['pigeon.send-note'].properties.route.oneOf[1].$ref).toBe('#/$defs/pigeon.send-note.route');
  expect(editors.$defs['pigeon.send-note'].properties.content.$ref).toBe('#/$defs/content');

  const code = generated.get('src/generated/validators/pigeon.send-note.js') ?? '';
  await writeFile(join(root, 'validator.mjs'), code);
  const { default: validate } = await import(join(root, 'validator.mjs'));
  expect(validate({ content: './note.md', route: { stop: 'Berlin' } })).toBe(true);
  expect(validate({ content: 5, pigeons: 2 })).toBe(false);
});
