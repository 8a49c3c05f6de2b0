import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planExecution } from '../../src/plan/index.ts';
import { actions, connectors } from '../../src/generated/registry.ts';
import { folder, catalogue, manifest, pngForTest } from '../support/execution-files.ts';
import { memoryTree } from '../support/memory-tree.ts';
import { loadBrand, loadExecution } from '../../src/load/index.ts';

const brand = await loadBrand(
  memoryTree({
    'brands/acme/profile.yaml': 'brand_name: Acme\ntarget_markets: [DE]\n',
    'brands/acme/connections.yaml': `version: 1
connections:
  main-site: { platform: wordpress, base-url: "https://acme.example", account: editor, secrets: { password: ACME_PASSWORD } }
`,
  }),
  'acme',
);

const blogOnly = manifest.slice(0, manifest.indexOf('  ads:\n'));

/** Digest of an execution that is nothing but these files. */
async function digestOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const loaded = await loadExecution(
    memoryTree(Object.fromEntries(Object.entries(files).map(([name, file]) => [`${folder}/${name}`, file]))),
    folder,
    catalogue,
  );
  if (!loaded.ok || !brand.ok) throw new Error(JSON.stringify(loaded.ok ? brand : loaded.error));
  const plan = await planExecution(loaded.value, brand.value, 'f7b14575-8db1-4483-b772-47fae4788377', {
    actions,
    connectors,
  });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value.digest;
}

const good = { 'execution.yaml': blogOnly, 'blog.md': '# Spring\n\nHello.\n', 'bikes.png': pngForTest() };

describe('what is no content changes no digest', () => {
  it('order of keys, line ends, byte order mark, final newlines', async () => {
    const expected = await digestOf(good);
    const lines = blogOnly.trimEnd().split('\n');
    const top = lines.slice(0, 5);
    const input = lines.slice(10);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(top, { minLength: top.length }),
        fc.shuffledSubarray(input, { minLength: input.length }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\uFEFF'),
        fc.nat(3),
        async (firstKeys, inputKeys, end, mark, newlines) => {
          const write = (text: string): string => mark + text.trimEnd().replaceAll('\n', end) + end.repeat(newlines);
          const text = [...firstKeys, ...lines.slice(5, 10), ...inputKeys].join('\n');
          const digest = await digestOf({ ...good, 'execution.yaml': write(text), 'blog.md': write(good['blog.md']) });
          expect(digest).toBe(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('while one byte of content, of an image or of the manifest does', async () => {
    const expected = await digestOf(good);
    const image = pngForTest();
    image[63] = 1;
    const others = await Promise.all([
      digestOf({ ...good, 'blog.md': '# Spring\n\nHello!\n' }),
      digestOf({ ...good, 'bikes.png': image }),
      digestOf({
        ...good,
        'execution.yaml': blogOnly.replace('Spring is here\n      slug', 'Spring is there\n      slug'),
      }),
    ]);
    expect(new Set([expected, ...others]).size).toBe(4);
  });

  it('inline or by path', async () => {
    const inline = blogOnly.replace('./blog.md', () => '{ text: "# Spring\\n\\nHello.\\n" }');
    expect(await digestOf({ 'execution.yaml': inline, 'bikes.png': pngForTest() })).toBe(await digestOf(good));
  });
});
