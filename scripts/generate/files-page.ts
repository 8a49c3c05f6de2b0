import { inlineReferences } from './inline-references.ts';
import { code, markdownTable } from './markdown-table.ts';
import { readSchemas } from './schema-files.ts';
import { schemaColumns, schemaRows } from './schema-rows.ts';

/** Files that people write, by the schema that they follow. */
const files = [
  { schema: 'manifest', title: 'The manifest', path: 'executions/<brand>/<yyyy-mm>/<name>/execution.yaml' },
  { schema: 'profile', title: 'The profile of a brand', path: 'brands/<brand>/profile.yaml' },
  { schema: 'connections', title: 'Connections', path: 'brands/<brand>/connections.yaml' },
  { schema: 'campaign', title: 'A campaign', path: 'brands/<brand>/campaigns/<name>.yaml' },
  { schema: 'evidence', title: 'Evidence', path: 'brands/<brand>/evidence/<name>.yaml' },
  { schema: 'policy', title: 'The policy', path: 'mergecast.yaml' },
  { schema: 'policy-test', title: 'Tests of the policy', path: 'policy-tests/<name>.yaml' },
];

const head = `# The manifest, and the other files

Every file that people write, property by property. Editors with a YAML extension complete and check them by the schemas
in \`schemas/\`. All files are plain YAML: no anchors, aliases, tags, duplicate keys or second documents.

\`<name>\` stands for a name of your own, \`[]\` for every entry of a list. What stands under \`with\` depends on the action:
see [platforms and actions](platforms.md).

This page is generated from \`schemas/\` by \`npm run generate\`; do not edit it.
`;

/** docs/reference/manifest.md: the files of a repository, from their schemas. */
export async function filesPage(root: string): Promise<Map<string, string>> {
  const schemas = await readSchemas(root);
  const sections = files.map(({ schema, title, path }) => {
    const file = schemas.find(({ name }) => name === schema);
    if (file === undefined) throw new Error(`no schema called ${schema}`);
    const inlined = inlineReferences(file, schemas);
    return [
      `## ${title}`,
      '',
      `${code(path)}. ${String(inlined['description'])}`,
      '',
      ...markdownTable(schemaColumns, schemaRows(inlined)),
    ].join('\n');
  });
  return new Map([['docs/reference/manifest.md', [head, ...sections].join('\n')]]);
}
