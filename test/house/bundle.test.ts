import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pure = ['core', 'load', 'plan', 'check'];
/** What `--help` may load: names, options and examples, and what prints them. */
const cheap = [
  /^src\/cli\/(main|create-program|run-program|report-bug|io|common|read-choice|sandbox-option)\.ts$/,
  /^src\/adapters\/http\/is-loopback\.ts$/,
  /^src\/cli\/commands\//,
  /^src\/cli\/init\/parse-people\.ts$/,
  // Words that options take, and how the nearest one is found.
  /^src\/(core\/(nearest-word|scorer)|cli\/(new\/kinds|init\/(ask-brand|brand-facts)))\.ts$/,
  /^node_modules\/fastest-levenshtein\//,
  /^node_modules\/commander\//,
];

describe('the bundle', () => {
  it.each(pure)('src/%s also runs in a browser: no file, process or network', async (layer) => {
    const entryPoints = readdirSync(join(root, 'src', layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join('src', layer, name));
    expect(entryPoints.length).toBeGreaterThan(0);
    const { errors } = await bundle(entryPoints, 'browser');
    expect(errors).toEqual([]);
  });

  it('starts with the command files alone: no handler is loaded before its command runs', async () => {
    const { metafile, errors } = await bundle(['src/cli/main.ts'], 'node');
    expect(errors).toEqual([]);
    const loaded = staticInputs(metafile, 'src/cli/main.ts');
    expect(loaded).toContain('src/cli/commands/run.ts');
    expect(loaded.filter((input) => !cheap.some((pattern) => pattern.test(input)))).toEqual([]);
  });
});

async function bundle(
  entryPoints: readonly string[],
  platform: 'browser' | 'node',
): Promise<{ metafile: Metafile; errors: string[] }> {
  const options = {
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    logLevel: 'silent',
    outdir: 'out',
  } as const;
  try {
    const { metafile } = await build({
      ...options,
      absWorkingDir: root,
      entryPoints: [...entryPoints],
      platform,
    });
    return { metafile, errors: [] };
  } catch (error) {
    const { errors = [] } = error as { errors?: { text: string; location: { file: string } | null }[] };
    return {
      metafile: { inputs: {}, outputs: {} },
      errors: errors.map(({ text, location }) => `${location?.file ?? ''}: ${text}`),
    };
  }
}

/** Every source that is loaded with `entry` without being asked for by a dynamic import. */
function staticInputs({ inputs }: Metafile, entry: string): string[] {
  const builtin = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
  const seen = new Set<string>();
  const queue = [entry];
  for (let input = queue.pop(); input !== undefined; input = queue.pop()) {
    if (seen.has(input) || builtin.has(input)) continue;
    seen.add(input);
    const { imports = [] } = inputs[input] ?? {};
    queue.push(
      ...imports.filter(({ kind, external }) => kind !== 'dynamic-import' && external !== true).map(({ path }) => path),
    );
  }
  return [...seen];
}
