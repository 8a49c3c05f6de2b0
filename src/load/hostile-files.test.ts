import { describe, expect, it } from 'vitest';
import {
  filesForTest,
  loadForTest,
  manifest,
  pngForTest,
  seenIn,
  type Files,
} from '../../test/support/execution-files.ts';

const edit = (from: string | RegExp, to: string): Files => {
  const changed = manifest.replace(from, () => to);
  if (changed === manifest) throw new Error(`nothing to replace: ${String(from)}`);
  return { 'execution.yaml': changed };
};
const content = (path: string): Files => edit('./blog.md', path);
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const title = (source: string): Files => edit('title: Spring is here', `title: ${source}`);

/** Each line: what is done, to which files, and the one thing that must be said, with its place. */
const cases: readonly (readonly [what: string, files: Files, seen: string])[] = [
  ['anchor', title('&a Spring'), 'yaml/anchor execution.yaml:11:14'],
  ['alias', title('*a'), 'yaml/alias execution.yaml:11:14'],
  ['tag', title('!!binary Spring'), 'yaml/tag execution.yaml:11:14'],
  ['directive', { 'execution.yaml': `%YAML 1.1\n---\n${manifest}` }, 'yaml/directive execution.yaml:1:1'],
  ['two documents', { 'execution.yaml': `${manifest}---\na: 1\n` }, 'yaml/several-documents execution.yaml:23:1'],
  ['duplicate key', { 'execution.yaml': `${manifest}brand: acme\n` }, 'yaml/duplicate-key execution.yaml:23:1'],
  ['number as key', edit('slug: spring', '1: a\n      slug: spring'), 'yaml/non-string-key execution.yaml:12:7'],
  ['merge key', edit('slug: spring', '<<: a\n      slug: spring'), 'yaml/merge-key execution.yaml:12:7'],
  ['__proto__', edit('slug: spring', '__proto__: a\n      slug: spring'), 'yaml/forbidden-key execution.yaml:12:7'],
  ['constructor', edit('alt: Three bikes', 'alt: Bikes, constructor: 1'), 'yaml/forbidden-key execution.yaml:14:47'],
  ['__proto__ in JSON data', { ...edit('./ads.yaml', './ads.json'), 'ads.json': '{"headlines":["a","b","c"],"descriptions":["a","b"],"keywords":[{"text":"a","match":"exact","__proto__":{}}]}' }, 'yaml/forbidden-key ads.json:1:93'],
  ['duplicate key in JSON', { ...edit('./ads.yaml', './ads.json'), 'ads.json': '{"headlines":["a","b","c"],"headlines":["a","b","c"],"descriptions":["a","b"],"keywords":[{"text":"a","match":"exact"}]}' }, 'yaml/duplicate-key ads.json:1:28'],
  ['lost digits', edit('generation: 1', 'generation: 9007199254740993'), 'yaml/unsafe-number execution.yaml:3:13'],
  ['infinity', edit('generation: 1', 'generation: .inf'), 'yaml/unsafe-number execution.yaml:3:13'],
  ['NUL', title('"a\0b"'), 'text/control-character execution.yaml:11:16'],
  ['NUL as a code', title('"a\\0b"'), 'text/control-character execution.yaml:11:14'],
  ['bidi', title('a\u202Eb'), 'text/bidi-control execution.yaml:11:15'],
  ['bidi as a code', title('"a\\u202Eb"'), 'text/bidi-control execution.yaml:11:14'],
  ['zero width in a title', title('a\u200Bb'), 'text/zero-width execution.yaml:11:15'],
  ['tag character', title('a\u{E0041}b'), 'text/tag-character execution.yaml:11:15'],
  ['half a character as a code', title('"a\\ud800b"'), 'text/lone-surrogate execution.yaml:11:14'],
  ['mixed alphabets in a host', title('see https://\u0430cme.example'), 'text/mixed-script execution.yaml:11:26'],
  ['not UTF-8', { 'execution.yaml': bytes(0x61, 0x3a, 0x20, 0xff) }, 'text/invalid-utf8 execution.yaml:1:4'],
  ['no keys', { 'execution.yaml': '- a' }, 'yaml/not-a-mapping execution.yaml:1:1'],
  ['empty', { 'execution.yaml': '# nothing\n' }, 'yaml/empty execution.yaml'],
  ['too large', { 'execution.yaml': 'a'.repeat(256 * 1024 + 1) }, 'yaml/too-large execution.yaml'],
  ['too deep', { 'execution.yaml': `a: ${'['.repeat(40)}` }, 'yaml/too-deep execution.yaml:1:34'],
  ['too many', { 'execution.yaml': `a: [${'1,'.repeat(15_000)}]` }, 'yaml/too-many-nodes execution.yaml:1:10002'],
  ['a symlink as manifest', { 'execution.yaml': { symlink: '../other.yaml' } }, 'path/symlink execution.yaml'],
  ['a pointer as manifest', { 'execution.yaml': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n' }, 'path/lfs-pointer execution.yaml'],

  ['content outside', content('./../../secret.md'), 'path/leaves-folder execution.yaml:13:16'],
  ['content outside, without a dot', content('../secret.md'), 'path/leaves-folder execution.yaml:13:16'],
  ['content from the root', content('/etc/passwd'), 'path/absolute execution.yaml:13:16'],
  ['content from home', content('~/secret.md'), 'path/absolute execution.yaml:13:16'],
  ['content from a drive', content('C:/secret.md'), 'path/absolute execution.yaml:13:16'],
  ['content from the web', content('https://evil.example/a.md'), 'path/absolute execution.yaml:13:16'],
  ['content with backslashes', content('.\\..\\secret.md'), 'path/backslash execution.yaml:13:16'],
  ['content with percent codes', content('./%2e%2e/secret.md'), 'path/percent-encoded execution.yaml:13:16'],
  ['content with empty parts', content('.//blog.md'), 'path/not-plain execution.yaml:13:16'],
  ['content without ./', content('blog.md'), 'path/no-dot-slash execution.yaml:13:16'],
  ['content with another case', content('./Blog.md'), 'path/wrong-case execution.yaml:13:16'],
  ['content that is missing', content('./blogg.md'), 'path/missing execution.yaml:13:16'],
  ['content in a decomposed name', content('./cafe\u0301.md'), 'path/not-nfc execution.yaml:13:16'],
  ['content that is a link', { 'blog.md': { symlink: '/etc/passwd' } }, 'path/symlink blog.md'],
  ['content behind a link', { ...content('./texts/blog.md'), texts: { symlink: '../../..' } }, 'path/symlink texts'],
  ['content in a submodule', { ...content('./texts/blog.md'), texts: { submodule: true } }, 'path/submodule texts'],
  ['content kept elsewhere', { 'blog.md': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n' }, 'path/lfs-pointer execution.yaml:13:16'],
  ['content not UTF-8', { 'blog.md': bytes(0x61, 0x0a, 0xff, 0xfe) }, 'text/invalid-utf8 blog.md:2:1'],
  ['content with NUL', { 'blog.md': 'a\n\0' }, 'text/control-character blog.md:2:1'],
  ['content with bidi', { 'blog.md': 'a\n\u2066b' }, 'text/bidi-control blog.md:2:1'],
  ['content with a tag character', { 'blog.md': 'a\u{E0041}' }, 'text/tag-character blog.md:1:2'],
  ['content with zero width', { 'blog.md': 'a\u200Bb' }, 'text/zero-width blog.md:1:2'],
  ['content with a fake host', { 'blog.md': '[a](https://\u0430cme.example)' }, 'text/mixed-script blog.md:1:13'],
  ['content that is empty', { 'blog.md': '\n\n' }, 'content/empty execution.yaml:13:16'],
  ['content of 2 MB', { 'blog.md': 'a'.repeat(2 * 1024 * 1024) }, 'content/too-large execution.yaml:13:16'],
  ['content that is no text', { ...content('./blog.pdf'), 'blog.pdf': '%PDF' }, 'content/unknown-format execution.yaml:13:16'],

  ['SVG', { 'bikes.png': '<?xml version="1.0"?><svg onload="alert(1)"></svg>' }, 'content/svg execution.yaml:14:22'],
  ['empty image', { 'bikes.png': '' }, 'content/empty execution.yaml:14:22'],
  ['no image', { 'bikes.png': 'hello' }, 'content/unknown-media execution.yaml:14:22'],
  ['image bomb', { 'bikes.png': pngForTest(30_000, 30_000) }, 'content/too-many-pixels execution.yaml:14:22'],
  ['cut image', { 'bikes.png': pngForTest().subarray(0, 20) }, 'content/broken-image execution.yaml:14:22'],
  ['GIF called PNG', { 'bikes.png': ascii('GIF89a\u0001\0\u0001\0\0\0\0\0') }, 'content/wrong-extension execution.yaml:14:22'],
  ['huge image', { 'bikes.png': new Uint8Array(10 * 1024 * 1024 + 1) }, 'content/too-large execution.yaml:14:22'],

  ['two names, one file', { 'Blog.md': 'x' }, 'path/case-clash Blog.md'],
  ['two folders, one folder', { 'img/a.png': 'x', 'IMG/b.png': 'x' }, 'path/case-clash IMG/b.png'],
  ['a decomposed name', { 'cafe\u0301.md': 'x' }, 'path/not-nfc cafe\u0301.md'],
  ['a name that is not UTF-8', { 'bl\uFFFDg.md': 'x' }, 'path/not-utf8 bl\uFFFDg.md'],
  ['a name with bidi', { 'a\u202Egpj.md': 'x' }, 'path/bad-name a\u202Egpj.md'],
  ['a name with a backslash', { 'a\\b.md': 'x' }, 'path/bad-name a\\b.md'],
  ['a name of two alphabets', { 'bl\u043Eg.md': 'x' }, 'path/mixed-script bl\u043Eg.md'],
  ['a link beside', { other: { symlink: '/etc' } }, 'path/symlink other'],
  ['a repository inside', { 'x/HEAD': 'ref: refs/heads/main', 'x/config': '[core]\nfsmonitor = evil', 'x/objects/info/a': '', 'x/refs/heads/a': '' }, 'path/embedded-repository x'],
  ['a .git inside', { '.git/config': '[core]' }, 'path/embedded-repository .git'],
  ['attributes inside', { '.gitattributes': '' }, 'path/attributes-file .gitattributes'],
  ['attributes above', { '/executions/acme/.gitattributes': '' }, 'path/attributes-file executions/acme/.gitattributes'],
  ['linguist-generated', { '/.gitattributes': 'executions/** linguist-generated' }, 'path/git-attributes .gitattributes:1:1'],
  ['-diff', { '/.gitattributes': '# no\n*.md -diff' }, 'path/git-attributes .gitattributes:2:1'],
  ['binary texts', { '/.gitattributes': '*.yaml binary' }, 'path/git-attributes .gitattributes:1:1'],
  ['an own macro', { '/.gitattributes': '[attr]quiet -diff\n*.md quiet' }, 'path/git-attributes .gitattributes:2:1'],
  ['another encoding', { '/.gitattributes': 'executions/**/*.md working-tree-encoding=UTF-16' }, 'path/git-attributes .gitattributes:1:1'],
  ['a filter', { '/.gitattributes': '*.png filter=lfs diff=lfs merge=lfs -text' }, 'path/git-attributes .gitattributes:1:1'],

  ['a brand of its own', edit('brand: acme', 'brand: other'), 'manifest/other-brand execution.yaml:4:8'],
  ['an id that is none', edit('01JD8Q', '81JD8Q'), 'schema/wrong-form execution.yaml:2:5'],
  ['a step id that is none', edit('  ads:\n', '  Ads_1:\n'), 'manifest/step-id execution.yaml:15:3'],
]; // prettier-ignore

describe.each(['commit', 'work-tree'] as const)('hostile files in a %s', (kind) => {
  it.each(cases)('%s', async (_what, files, seen) => {
    // Time of the processor: other programs on the machine make the clock run on.
    const before = process.cpuUsage();
    const result = await loadForTest(files, kind);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(seenIn(result)).toEqual([seen]);
    expect(result.ok).toBe(false);
  });
});

it('accepts what is only unusual', async () => {
  const result = await loadForTest({
    'blog.md': 'Flags 🏴󠁧󠁢󠁥󠁮󠁧󠁿, families 👨‍👩‍👧, سلام‌ها, soft\u00ADhyphens',
    '/.gitattributes': '*.png binary\n*.md text eol=lf\nsrc/** linguist-generated\n*.yaml linguist-generated=false',
    'img/HEAD.md': 'x',
  });
  expect(seenIn(result)).toEqual([]);
  expect(result.ok).toBe(true);
});

it('knows that the good execution is good', async () => {
  expect(seenIn(await loadForTest())).toEqual([]);
  expect(Object.keys(filesForTest())).toHaveLength(4);
});
