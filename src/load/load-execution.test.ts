import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../test/support/memory-tree.ts';
import {
  catalogue,
  filesForTest,
  folder,
  loadForTest,
  manifest,
  pngForTest,
  seenIn,
} from '../../test/support/execution-files.ts';
import { findExecutions, loadExecution } from './index.ts';

const said = async (text: string): Promise<readonly string[]> => {
  const result = await loadForTest({ 'execution.yaml': text });
  return (result.ok ? result.value.findings : result.error).map(
    ({ code, line, column, message, hint }) => `${line}:${column} ${code} ${message} | ${hint}`,
  );
};

describe('a good execution', () => {
  it('has files in the place of their paths', async () => {
    const result = await loadForTest();
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { steps, media, closure, localFiles } = result.value;
    expect(steps.map(({ id, needs }) => [id, needs])).toEqual([
      ['blog', []],
      ['ads', ['blog']],
    ]);
    expect(steps[0]?.input).toMatchObject({
      content: {
        text: '# Spring\n\nHello.',
        format: 'markdown',
        place: { file: `${folder}/blog.md`, line: 1, column: 1 },
      },
      image: { file: { file: 'bikes.png', type: 'image/png', bytes: 64, width: 1, height: 1 }, alt: 'Three bikes' },
    });
    expect(steps[1]?.input).toMatchObject({ ads: { headlines: ['One', 'Two', 'Three'] } });
    expect(media).toMatchObject([
      { path: `${folder}/bikes.png`, type: 'image/png', object: expect.stringMatching(/^[0-9a-f]{40}$/) as string },
    ]);
    expect(closure).toEqual(['ads.yaml', 'bikes.png', 'blog.md', 'execution.yaml'].map((name) => `${folder}/${name}`));
    expect(localFiles).toEqual(['ads.yaml', 'bikes.png', 'blog.md', 'execution.yaml']);
  });

  it('knows places in data files', async () => {
    const result = await loadForTest();
    if (!result.ok) throw new Error('not loaded');
    const { place } = result.value;
    expect(place('/steps/ads/with/ads/keywords/0/match')).toEqual({ file: `${folder}/ads.yaml`, line: 4, column: 26 });
    expect(place('/steps/ads/with/budget/total')).toEqual({ file: `${folder}/execution.yaml`, line: 20, column: 42 });
    expect(place('/steps/ads/with/nothing/here').line).toBe(19);
  });

  it('reads inline text as it reads a file', async () => {
    const text = '# Spring\n\nHello: there.';
    const byPath = await loadForTest({ 'blog.md': `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n\r\n` });
    const inline = await loadForTest({
      'execution.yaml': manifest.replace('./blog.md', () => `{ text: ${JSON.stringify(`${text}\n`)} }`),
    });
    const contentOf = (result: typeof byPath): unknown => {
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const { place: _place, ...content } = (
        result.value.steps[0] as unknown as { input: { content: { place: unknown } } }
      ).input.content;
      return content;
    };
    expect(contentOf(byPath)).toEqual({ text, format: 'markdown' });
    expect(contentOf(inline)).toEqual(contentOf(byPath));
  });

  it('refuses zero width in an inline text, as in a file', async () => {
    const inline = manifest.replace('./blog.md', () => '{ text: "a\u200Bb" }');
    const result = await loadForTest({ 'execution.yaml': inline });
    expect(!result.ok && result.error).toMatchObject([{ code: 'text/zero-width', severity: 'block', line: 13 }]);
    expect(await said(inline.replace('Three bikes', 'Three\u200Bbikes'))).toContainEqual(
      expect.stringContaining('14:'),
    );
  });

  it('says where a photo was taken', async () => {
    const photo = new Uint8Array(200);
    photo.set([
      0xff, 0xd8, 0xff, 0xe1, 0, 40, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x88, 0x25,
    ]);
    photo.set([0xff, 0xc0, 0, 17, 8, 0, 9, 0, 16], 44);
    const files = { 'bikes.jpg': photo, 'execution.yaml': manifest.replace('bikes.png', 'bikes.jpg') };
    expect(seenIn(await loadForTest(files))).toEqual(['content/location execution.yaml:14:22']);
  });
});

describe('mistakes are named where they are, all at once', () => {
  it('in words', async () => {
    const broken = manifest
      .replace('summary: Spring is here', 'sumary: Spring is here\non-failure: rolback')
      .replace('generation: 1', 'generation: "1"')
      .replace('      slug: spring-is-here\n', '')
      .replace('connection: main-site', 'connection: Main Site')
      .replace('daily: 40.00 EUR', 'daily: 40 euros')
      .replace('./blog.md', '[a]');
    expect(await said(broken)).toMatchInlineSnapshot(`
      [
        "1:1 schema/missing-key The key "summary" is missing. | Add it. For example: summary: Publish the spring announcement and tell subscribers. - One sentence that tells a reviewer what happens.",
        "5:1 schema/unknown-key The key "sumary" is not known here. | Did you mean "summary"?",
        "3:13 schema/wrong-type "generation" must be a whole number, not a text. | For example: generation: 1 - Starts at 1. Raise it to execute a changed manifest again; a reviewer sees the raise.",
        "10:17 schema/wrong-form "Main Site" cannot stand in "connection": only lower-case letters, digits and single hyphens. | For example: connection: main-site - Name of an entry in the brand's \`connections.yaml\`.",
        "6:13 schema/unknown-choice "rolback" is no choice for "on-failure". | Did you mean "rollback"? Choices: rollback, stop.",
        "11:5 schema/missing-key The key "slug" is missing. | Add it. For example: slug: spring-is-here - Last part of the address: lower-case letters, digits and single hyphens, not digits alone. It must be free on the site.",
        "13:16 schema/wrong-type "content" must be a text or keys and values, not a list. | For example: content: ./blog.md - Text of the message: a file beside the manifest, or inline.",
        "20:24 schema/wrong-form "40 euros" cannot stand in "daily": an amount is written like 400.00 EUR. | For example: daily: "40.00 EUR" - What a day costs on average; single days may cost more.",
      ]
    `);
  });

  it('in data files, by the schema of the action', async () => {
    const result = await loadForTest({
      'ads.yaml': 'headlines: [One, Two, Three]\ndescriptions: [A, B]\nkeyword:\n  - { text: bike, match: exactly }\n',
    });
    expect(seenIn(result)).toEqual(['schema/missing-key ads.yaml:1:1', 'schema/unknown-key ads.yaml:3:1']);
  });

  it('also in the other steps, where an action or a step is unknown', async () => {
    const broken = manifest
      .replace('wordpress/publish-post', 'wordpress/publish-posts')
      .replace('[blog]', '[blogg]')
      .replace('total: 400.00', 'totl: 400.00');
    expect(seenIn(await loadForTest({ 'execution.yaml': broken }))).toEqual([
      'schema/missing-key execution.yaml:20:7',
      'schema/unknown-key execution.yaml:20:35',
      'plan/unknown-action execution.yaml:8:11',
      'plan/unknown-step execution.yaml:17:13',
    ]);
  });

  it('and not of a step that is written, but cannot be loaded itself', async () => {
    const without = manifest.replace('    uses: wordpress/publish-post\n', '');
    expect(without).not.toBe(manifest);
    expect(seenIn(await loadForTest({ 'execution.yaml': without }))).toEqual(['schema/missing-key execution.yaml:7:3']);
  });

  it('leaves to planning what planning says, where nothing else is wrong', async () => {
    const unknown = manifest.replace('wordpress/publish-post', 'wordpress/publish-posts');
    expect((await loadForTest({ 'execution.yaml': unknown })).ok).toBe(true);
  });
});

describe('where executions lie', () => {
  const seen = async (files: Record<string, string | { symlink: string }>): Promise<readonly string[]> => {
    const tree = memoryTree(files);
    const folders = await findExecutions(tree);
    const all = await Promise.all(folders.map((one) => loadExecution(tree, one, catalogue)));
    return all.flatMap((one) => seenIn(one)).filter((line) => line.startsWith('path/'));
  };

  it.each([
    ['executions/acme/spring/execution.yaml', 'path/misplaced-execution'],
    ['executions/acme/2027-03/a/b/execution.yaml', 'path/misplaced-execution'],
    ['executions/acme/2027-13/a/execution.yaml', 'path/misplaced-execution'],
    ['executions/execution.yaml', 'path/misplaced-execution'],
    ['executions/acme/2027-03/a/execution.yml', 'path/misnamed-manifest'],
    ['executions/acme/2027-03/a/Execution.yaml', 'path/misnamed-manifest'],
  ])('%s: %s', async (path, code) => {
    expect(await seen({ [path]: manifest.replace(/steps:[^]*/, 'steps: {}\n') })).toEqual([`${code} ${path}`]);
  });

  it('names a link above instead of overlooking what is behind it', async () => {
    expect(await seen({ 'executions/acme/2027-03': { symlink: '../../elsewhere' } })).toEqual([
      'path/symlink executions/acme/2027-03',
    ]);
  });

  it('says that there is none', async () => {
    const result = await loadExecution(memoryTree(filesForTest()), 'executions/acme/2027-03/sprung', catalogue);
    expect(seenIn(result)).toEqual(['path/no-execution executions/acme/2027-03/sprung/execution.yaml']);
  });
});

it('keeps sizes of all kinds of images', async () => {
  expect((await loadForTest({ 'bikes.png': pngForTest(7000, 7000) })).ok).toBe(true);
});
