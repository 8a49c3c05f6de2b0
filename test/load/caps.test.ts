import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'mergecast-caps-'));
const program = join(folder, 'read-hostile.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, '../support/run-hostile-load.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a process of its own, so that memory and time are really those of the reading. */
function read(kind: string): { milliseconds: number; megabytes: number; codes: readonly string[] } {
  return JSON.parse(
    execFileSync(process.execPath, [program, kind], { encoding: 'utf8', timeout: 20_000 }),
  ) as ReturnType<typeof read>;
}

describe('the nastiest files are refused in under a second and 150 MB', () => {
  it.each([
    ['alias-bomb', 'yaml/anchor'],
    ['ten-megabytes', 'yaml/too-large'],
    ['deep-flow', 'yaml/too-deep'],
    ['deep-block', 'yaml/too-deep'],
    ['deep-sequence', 'yaml/too-deep'],
    ['many-lines', 'yaml/too-many-nodes'],
    ['many-keys', 'yaml/too-many-nodes'],
    ['one-long-line', 'text/bidi-control'],
    ['quotes', 'yaml/too-many-nodes'],
    ['colons', 'yaml/too-deep'],
    ['comments', 'yaml/empty'],
  ])('%s: %s', (kind, code) => {
    const { milliseconds, megabytes, codes } = read(kind);
    expect(codes).toContain(code);
    expect(milliseconds).toBeLessThan(1000);
    expect(megabytes).toBeLessThan(150);
  });
});
