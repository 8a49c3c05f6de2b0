import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** A schema that a person wrote. */
export interface SchemaFile {
  /** Path in the repository. */
  readonly path: string;
  /** Name of what is generated from it: `manifest`, or `wordpress.publish-post` for the input of an action. */
  readonly name: string;
  readonly schema: Schema & { readonly $id: string };
  /** Id such as `wordpress/publish-post`, for inputs of actions. */
  readonly action?: string;
}

/** Where the composed schema for editors goes; the only one that nobody writes by hand. */
export const composedSchema = 'schemas/execution.schema.json';

/** Base of all schema ids. */
export const schemaBase = 'https://mergecast.dev/schemas/';

/** All schemas of the project, sorted by path. */
export async function readSchemas(root: string): Promise<readonly SchemaFile[]> {
  const paths = [
    ...(await listFiles(root, 'schemas')).filter((path) => path !== composedSchema),
    ...(await listFiles(root, 'src/connectors')).filter((path) =>
      /^src\/connectors\/[^/]+\/actions\/[^/]+$/.test(path),
    ),
  ].filter((path) => path.endsWith('.schema.json'));
  return Promise.all(paths.toSorted().map((path) => readSchema(root, path)));
}

/** Files below a folder, as paths in the repository, sorted; an absent folder has none. */
export async function listFiles(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}

async function readSchema(root: string, path: string): Promise<SchemaFile> {
  const schema = JSON.parse(await readFile(join(root, path), 'utf8')) as Schema;
  const [, connector, action] = /^src\/connectors\/([^/]+)\/actions\/([^/]+)\.schema\.json$/.exec(path) ?? [];
  const isAction = connector !== undefined && action !== undefined;
  const id = isAction
    ? `${schemaBase}actions/${connector}.${action}.schema.json`
    : schemaBase + path.replace(/^schemas\/(parts\/)?/, '');
  if (schema['$id'] !== id) throw new Error(`${path}: "$id" must be ${id}`);
  const name = id.slice(id.lastIndexOf('/') + 1).replace(/\.schema\.json$/, '');
  const file = { path, name, schema: schema as SchemaFile['schema'] };
  return isAction ? { ...file, action: `${connector}/${action}` } : file;
}
