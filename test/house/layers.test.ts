import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const layers = ['core', 'load', 'plan', 'check', 'authorize', 'journal', 'execute', 'history', 'report', 'cli'];
const leaves = ['connectors/acme', 'rules/pack', 'scorers'];

/** What is planted: a file, what it imports, and whether the architecture allows that. */
const plants = [
  ...layers.flatMap((from, at) => layers.map((to, height) => plant(from, `../${to}/x.ts`, height <= at))),
  ...layers.slice(0, -1).map((from) => plant(from, '../adapters/git/x.ts', false)),
  ...leaves.map((from) => plant(from, `${up(from)}core/x.ts`, true)),
  ...leaves.map((from) => plant(from, `${up(from)}generated/types/x.ts`, true)),
  ...leaves.flatMap((from) => layers.slice(1).map((to) => plant(from, `${up(from)}${to}/x.ts`, false))),
  ...['core', 'load', 'plan', 'check', ...leaves].map((from) => plant(from, 'node:path', false)),
  ...[...layers, ...leaves].flatMap((from) =>
    ['node:fs', 'node:fs/promises', 'node:child_process', 'node:http', 'execa', 'simple-git', '@octokit/rest'].map(
      (to) => plant(from, to, false),
    ),
  ),
  plant('adapters/git', 'simple-git', true),
  plant('adapters/forge', '@octokit/rest', true),
  plant('adapters/git', '@octokit/rest', false),
  plant('adapters/git', '../../core/x.ts', true),
  ...layers.slice(1).map((to) => plant('adapters/git', `../../${to}/x.ts`, false)),
  plant('connectors/acme/sandbox', '../../../sandbox/kit/index.ts', true),
  plant('connectors/acme/sandbox', '../../../sandbox/state.ts', false),
  plant('connectors/acme/sandbox', '../../../core/x.ts', false),
  plant('connectors/acme/sandbox', '../../answer.ts', false),
  plant('sandbox', '../connectors/acme/index.ts', false),
  plant('sandbox', '../plan/x.ts', false),
];

let folder: string;
let refused: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mergecast-layers-'));
  const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>;
  write('.oxlintrc.json', JSON.stringify({ ...config, options: {}, ignorePatterns: [] }));
  for (const { file, imports } of plants) write(file, `import '${imports}';\n`);
  refused = lint();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('layers', () => {
  it.each(plants.filter(({ allowed }) => !allowed))('refuses $file importing $imports', ({ file }) =>
    expect(refused).toContain(file),
  );
  it.each(plants.filter(({ allowed }) => allowed))('allows $file importing $imports', ({ file }) =>
    expect(refused).not.toContain(file),
  );
});

function plant(from: string, imports: string, allowed: boolean): { file: string; imports: string; allowed: boolean } {
  return { file: `src/${from}/imports-${imports.replaceAll(/[^a-z]+/g, '-')}.ts`, imports, allowed };
}

function up(folderInSource: string): string {
  return '../'.repeat(folderInSource.split('/').length);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The planted files that the linter refuses for their imports. */
function lint(): Set<string> {
  const linter = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [linter, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  return new Set(
    diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename),
  );
}
