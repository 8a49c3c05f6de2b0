import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesForTest, loadForTest, manifest } from '../../test/support/execution-files.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

const signs = Array.from('abc:-[]{}&*!%|>?,"\'#@`\\ \n\t\r0.~<\u202E\0');

describe('whatever the bytes are', () => {
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: fc.constantFrom(...signs), maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
    fc
      .tuple(fc.nat(manifest.length), fc.string({ unit: 'binary', maxLength: 6 }))
      .map(([at, text]) => new TextEncoder().encode(manifest.slice(0, at) + text + manifest.slice(at))),
  );

  it('reading YAML ends with a value or with problems that have a place', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('a.yaml', 'a.json'), (bytes, file) => {
        const parsed = parseYaml(bytes, file);
        for (const problem of parsed.ok ? parsed.value.problems : parsed.error) {
          expect(problem.file).toBe(file);
          expect(problem.hint).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loading never throws', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...Object.keys(filesForTest())), async (bytes, path) => {
        await loadForTest({ [`/${path}`]: bytes });
      }),
      { numRuns: 150 },
    );
  });
});
