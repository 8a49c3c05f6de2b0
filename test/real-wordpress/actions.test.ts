import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTransport } from '../../src/adapters/http/create-transport.ts';
import type { ReadClient } from '../../src/core/contract.ts';
import { connector } from '../../src/connectors/wordpress/index.ts';
import { content, fullPost, mediaOf, png, stepOf } from '../connectors/wordpress/plan-step.ts';
import { StepDriver } from '../support/step-driver.ts';
import { startWordpress, unavailable, type WordPress } from './wordpress-server.ts';

const api = '/wp-json/wp/v2';

describe.skipIf(unavailable !== null)('the actions on a real WordPress', () => {
  let wordpress: WordPress;
  beforeAll(() => {
    wordpress = startWordpress();
  }, 60_000);
  afterAll(() => wordpress.stop());

  function headersOf(user: 'editor' | 'author'): Record<string, string> {
    const [account = '', password = ''] = wordpress.password(user).split(':');
    const connection = { name: '', platform: 'wordpress', account, origin: wordpress.url, secrets: {}, settings: {}, test: true }; // prettier-ignore
    return { ...connector.credentials(connection, { password }) };
  }

  async function driverFor(
    uses: 'wordpress/publish-post' | 'wordpress/update-post',
    input: object,
    user: 'editor' | 'author' = 'editor',
  ): Promise<StepDriver> {
    const planned = await stepOf(uses, input, wordpress.url);
    const media = new Map([[mediaOf(png).sha256, png]]);
    const driver = new StepDriver(planned, createTransport({}), { headers: headersOf(user), media, timeout: 5000 });
    return driver;
  }

  function fresh(): string {
    return `case-${randomBytes(4).toString('hex')}`;
  }

  async function json(path: string): Promise<Record<string, unknown>> {
    return (await wordpress.call('GET', `${api}/${path}`)).json;
  }

  it('publishes a whole post, verifies it, and takes it back', async () => {
    const slug = fresh();
    const driver = await driverFor('wordpress/publish-post', { ...fullPost, slug });
    expect(await driver.run()).toMatchObject({ is: 'done', receipt: { url: `${wordpress.url}/${slug}/` } });
    expect(await driver.verify()).toEqual({ verdict: 'as-approved', words: expect.stringContaining('word for word') });
    const { id } = driver.receipts['publish']!;
    expect(await json(`posts/${id}?context=edit`)).toMatchObject({
      status: 'publish',
      title: { raw: 'Spring & mudguards' },
      featured_media: Number(driver.receipts['upload-image']!.id),
    });
    expect(await json(`media/${driver.receipts['upload-image']!.id}`)).toMatchObject({
      alt_text: 'Three bikes in a row',
    });
    expect(await driver.undo()).toEqual({ publish: 'done', 'create-draft': 'done', 'upload-image': 'done' });
    expect((await wordpress.call('GET', `/${slug}/`)).status).toBe(404);
    expect((await wordpress.call('GET', `${api}/posts/${id}`)).status).toBe(404);
  });

  it('finds terms that are there already, whatever signs they hold', async () => {
    const [first, second] = [await driverFor('wordpress/publish-post', { ...fullPost, slug: fresh() }), await driverFor('wordpress/publish-post', { ...fullPost, slug: fresh() })]; // prettier-ignore
    await first.run();
    await second.run();
    const ids = ({ receipts }: StepDriver): (string | undefined)[] => ['ensure-category-1', 'ensure-category-2', 'ensure-tag-1'].map((id) => receipts[id]?.id); // prettier-ignore
    expect(ids(second)).toEqual(ids(first));
    expect((await second.verify()).verdict).toBe('as-approved');
  });

  it.each(['create-draft', 'complete-draft', 'publish'])(
    'is killed in the middle of %s, and carried on: one post, complete',
    async (operation) => {
      const slug = fresh();
      const driver = await driverFor('wordpress/publish-post', { ...fullPost, slug });
      for (const planned of driver.step.operations) {
        if (planned.id === operation) wordpress.fault('during kill');
        // The server is dead when the doubt is looked at; whoever runs again finds it back.
        const ended = await driver.do(planned);
        if (ended.is === 'done') continue;
        wordpress.restart();
        expect((await driver.settle(planned)).is).toBe('done');
      }
      expect(await driver.verify()).toEqual({ verdict: 'as-approved', words: expect.any(String) });
      const { text } = await wordpress.call('GET', `${api}/posts?slug=${slug}&status=any`);
      expect(JSON.parse(text)).toHaveLength(1);
    },
  );

  it('refuses what the site would silently change, while nobody can see it', async () => {
    const slug = fresh();
    const html = content('<p>Bikes & bags</p>', 'html');
    const { categories: _, ...rest } = fullPost;
    const driver = await driverFor(
      'wordpress/publish-post',
      { ...rest, slug, title: 'Plain', content: html },
      'author',
    );
    expect(await driver.run()).toMatchObject({ is: 'refused', finding: { code: 'platform/altered', message: expect.stringContaining('the content') } }); // prettier-ignore
    await driver.undo();
    expect(JSON.parse((await wordpress.call('GET', `${api}/posts?slug=${slug}&status=any,trash`)).text)).toEqual([]);
  });

  it('changes a page, verifies it, and writes the former text back byte for byte', async () => {
    const slug = fresh();
    const former = '<!-- wp:paragraph --><p>"Old" \\ & 🚲</p><!-- /wp:paragraph -->';
    const made = await wordpress.call('POST', `${api}/pages`, {
      title: 'Hours',
      slug,
      content: former,
      status: 'publish',
    });
    const driver = await driverFor('wordpress/update-post', {
      slug,
      title: 'Opening hours',
      content: content('Until *six*'),
    });
    expect(await driver.run()).toMatchObject({ is: 'done' });
    expect(await driver.verify()).toMatchObject({ verdict: 'as-approved' });
    expect(await driver.undo()).toEqual({ update: 'done' });
    expect(await json(`pages/${String(made.json['id'])}?context=edit`)).toMatchObject({
      title: { raw: 'Hours' },
      content: { raw: former },
    });
  });

  it('knows whose credentials are good', async () => {
    const ask = (headers: Record<string, string>): ReturnType<typeof connector.preflight> =>
      connector.preflight({
        get: (path: string, query = {}) =>
          createTransport({}).send(
            { platform: 'wordpress', test: true, method: 'GET', origin: wordpress.url, path: `${path}?${new URLSearchParams(query).toString()}`, headers }, // prettier-ignore
            { timeout: 5000, maximumBytes: 1 << 20 },
          ),
      } as unknown as ReadClient, { name: '', platform: 'wordpress', account: 'x', origin: wordpress.url, secrets: {}, settings: {}, test: true }); // prettier-ignore
    expect(await ask(headersOf('editor'))).toMatchObject({ ok: true });
    expect(await ask(headersOf('author'))).toMatchObject({
      ok: false,
      error: [{ code: 'platform/missing-permission' }],
    });
    expect(await ask({ authorization: 'Basic ZWRpdG9yOndyb25n' })).toMatchObject({ ok: false, error: [{ code: 'platform/wrong-credentials' }] }); // prettier-ignore
  });
});
