import { describe, expect, it } from 'vitest';
import { createTransport } from '../../../src/adapters/http/create-transport.ts';
import { faultKinds } from '../../../src/sandbox/faults.ts';
import { sandboxFixture, type SandboxFixture } from '../../support/sandbox-fixture.ts';
import { StepDriver } from '../../support/step-driver.ts';
import { content, fullPost, mediaOf, png, stepOf } from './plan-step.ts';

const site = { origin: 'https://acme.example' };
const api = '/wordpress/wp-json/wp/v2';

async function driverFor(sandbox: SandboxFixture, input: object = {}, picture: Uint8Array = png): Promise<StepDriver> {
  const image = { file: mediaOf(picture), alt: fullPost.image.alt };
  const planned = await stepOf('wordpress/publish-post', { ...fullPost, image, ...input });
  const media = new Map([[image.file.sha256, picture]]);
  return new StepDriver(planned, createTransport({ sandboxUrl: sandbox.url }), { media });
}

async function posts(sandbox: SandboxFixture): Promise<Record<string, unknown>[]> {
  const found = await sandbox.call('GET', `${api}/posts?status=any,trash&context=edit`, undefined, site);
  return JSON.parse(found.text) as Record<string, unknown>[];
}

async function standing(sandbox: SandboxFixture, effect: string): Promise<string[]> {
  return (await sandbox.effects())
    .filter((one) => one.effect === effect && !one.undone)
    .map(({ operation }) => operation);
}

/** One post, public and whole: what the world must see whatever went wrong on the way. */
async function expectOneCompletePost(sandbox: SandboxFixture, driver: StepDriver): Promise<void> {
  expect(await standing(sandbox, 'live')).toEqual(['publish']);
  const [post, ...more] = await posts(sandbox);
  expect(more).toEqual([]);
  expect(post).toMatchObject({
    status: 'publish',
    slug: 'spring-is-here',
    title: { raw: 'Spring & mudguards' },
    content: { raw: `<p>Three <strong>new</strong> bikes.</p>\n<!-- mergecast:${driver.marker} -->` },
    excerpt: { raw: 'Test rides on Saturday.' },
    featured_media: expect.any(Number),
  });
  const names = (kind: string): unknown => sandbox.call('GET', `${api}/${kind}?per_page=100`, undefined, site).then(({ text }) => (JSON.parse(text) as { id: number; name: string }[]).filter(({ id }) => (post![kind] as number[]).includes(id)).map(({ name }) => name)); // prettier-ignore
  expect(await names('categories')).toEqual(['News', 'R &amp; D']);
  expect(await names('tags')).toEqual(['new bikes']);
  const image = await sandbox.call('GET', `${api}/media/${String(post!['featured_media'])}`, undefined, site);
  expect(image.json).toMatchObject({ alt_text: 'Three bikes in a row' });
  expect((await sandbox.call('GET', `${api}/media`, undefined, site)).headers.get('x-wp-total')).toBe('1');
}

describe('publishing a post', () => {
  it('prepares a whole draft, publishes it, and finds it as approved', async () => {
    const sandbox = await sandboxFixture();
    const driver = await driverFor(sandbox);
    expect(await driver.run()).toMatchObject({ is: 'done', receipt: { url: 'https://acme.example/spring-is-here/' } });
    await expectOneCompletePost(sandbox, driver);
    expect(await driver.verify()).toEqual({
      verdict: 'as-approved',
      words: 'the post is public at https://acme.example/spring-is-here/, word for word as approved',
    });
  });

  const operations = ['ensure-category', 'ensure-tag', 'upload-image', 'create-draft', 'update', 'publish'];
  const harmless = faultKinds.filter((kind) => kind !== '401');
  const telling = harmless.filter((kind) => ['reset-after-effect', '500-before-effect', 'malformed'].includes(kind));
  const kindsAt = (operation: string): typeof harmless =>
    ['create-draft', 'publish'].includes(operation) ? harmless : telling;
  it.each(operations.flatMap((operation) => kindsAt(operation).map((kind) => [operation, kind])))(
    '%s meets %s: one post, complete',
    async (operation, kind) => {
      const sandbox = await sandboxFixture();
      await sandbox.fault({ platform: 'wordpress', operation, kind });
      const driver = await driverFor(sandbox);
      expect(await driver.run()).toMatchObject({ is: 'done' });
      await expectOneCompletePost(sandbox, driver);
      expect((await driver.verify()).verdict).toBe('as-approved');
    },
  );

  it.each(operations)('%s meets 401: refused, and nothing is left but terms', async (operation) => {
    const sandbox = await sandboxFixture();
    await sandbox.fault({ platform: 'wordpress', operation, kind: '401' });
    const driver = await driverFor(sandbox);
    expect(await driver.run()).toMatchObject({ is: 'refused', finding: { code: 'platform/wrong-credentials' } });
    await driver.undo();
    expect(await posts(sandbox)).toEqual([]);
    expect(await standing(sandbox, 'live')).toEqual([]);
    expect((await standing(sandbox, 'inert')).filter((one) => !one.startsWith('ensure-'))).toEqual([]);
  });
});

describe('what stops a post before anybody sees it', () => {
  async function refusal(sandbox: SandboxFixture, driver: StepDriver): Promise<unknown> {
    const ended = await driver.run();
    expect(await standing(sandbox, 'live')).not.toContain('publish');
    await driver.undo();
    return ended?.is === 'refused' ? ended.finding : ended;
  }

  it('another post with its address; our draft is removed', async () => {
    const sandbox = await sandboxFixture();
    const other = { title: 'Other', slug: 'spring-is-here', status: 'draft' };
    await sandbox.call('POST', `${api}/posts`, other, site);
    expect(await refusal(sandbox, await driverFor(sandbox))).toMatchObject({
      code: 'platform/slug-taken',
      message: expect.stringContaining('spring-is-here-2'),
    });
    expect((await posts(sandbox)).map(({ title }) => title)).toEqual([expect.objectContaining({ raw: 'Other' })]);
  });

  it('a page with its address, which visitors would see instead', async () => {
    const sandbox = await sandboxFixture();
    await sandbox.call('POST', `${api}/pages`, { title: 'P', slug: 'spring-is-here', status: 'publish' }, site);
    const found = await refusal(sandbox, await driverFor(sandbox, { image: undefined }));
    expect(found).toMatchObject({ code: 'platform/slug-taken', message: expect.stringContaining('the page') });
  });

  it('a picture that the site cannot read', async () => {
    const sandbox = await sandboxFixture();
    const large = Buffer.from(png);
    large.writeUInt32BE(900, 16);
    const cut = large.subarray(0, 40);
    expect(await refusal(sandbox, await driverFor(sandbox, {}, cut))).toMatchObject({ code: 'platform/damaged-image' });
    expect((await sandbox.call('GET', `${api}/media`, undefined, site)).headers.get('x-wp-total')).toBe('0');
  });

  it('a file that is no picture, although the answer is 500', async () => {
    const sandbox = await sandboxFixture();
    const found = await refusal(sandbox, await driverFor(sandbox, {}, Buffer.from('<svg/>')));
    expect(found).toMatchObject({ code: 'platform/rejected', message: expect.stringContaining('file type') });
  });

  it.each([
    ['edited', { content: 'Something else' }, 'somebody edited it'],
    ['published', { status: 'publish' }, 'its state is "publish"'],
  ])('a draft that somebody %s meanwhile', async (_, change, how) => {
    const sandbox = await sandboxFixture();
    const driver = await driverFor(sandbox);
    const { operations } = driver.step;
    for (const operation of operations.slice(0, -1)) expect((await driver.do(operation)).is).toBe('done');
    await sandbox.call('POST', `${api}/posts/${driver.receipts['create-draft']!.id}`, change, site);
    const { publish } = driver.action.operations;
    const capture = await publish!.capture!(...(await captureArguments(driver)));
    expect(capture).toMatchObject({
      ok: false,
      error: [{ code: 'platform/changed-meanwhile', message: expect.stringContaining(how) }],
    });
  });

  async function captureArguments(
    driver: StepDriver,
  ): Promise<Parameters<NonNullable<StepDriver['action']['operations'][string]['capture']>>> {
    const operation = driver.step.operations.at(-1)!;
    const request = {
      method: 'POST',
      path: `/wp-json/wp/v2/posts/${driver.receipts['create-draft']!.id}`,
      headers: {},
    };
    const { connection } = driver.step;
    return [
      operation,
      request,
      driver.read,
      { operation, connection, key: '', marker: '', request, receipts: driver.receipts },
    ];
  }
});

describe('taking a post back', () => {
  it('takes it offline and leaves nothing but its terms', async () => {
    const sandbox = await sandboxFixture();
    const driver = await driverFor(sandbox);
    await driver.run();
    expect(await driver.undo()).toEqual({ publish: 'done', 'create-draft': 'done', 'upload-image': 'done' });
    expect(await standing(sandbox, 'live')).toEqual([]);
    expect(await standing(sandbox, 'inert')).toEqual(['ensure-category', 'ensure-category', 'ensure-tag']);
    expect(await posts(sandbox)).toEqual([]);
    expect((await sandbox.call('GET', '/wordpress/spring-is-here/', undefined, site)).status).toBe(404);
  });

  it('does not touch what a person has edited since', async () => {
    const sandbox = await sandboxFixture();
    const driver = await driverFor(sandbox);
    await driver.run();
    const { id } = driver.receipts['publish']!;
    await sandbox.call('POST', `${api}/posts/${id}`, { title: 'Corrected by hand' }, site);
    expect(await driver.undo()).toEqual({ publish: 'edited' });
    expect((await posts(sandbox))[0]).toMatchObject({ status: 'publish', title: { raw: 'Corrected by hand' } });
  });

  it('has nothing to do where a person deleted it', async () => {
    const sandbox = await sandboxFixture();
    const driver = await driverFor(sandbox);
    await driver.run();
    await sandbox.call('DELETE', `${api}/posts/${driver.receipts['publish']!.id}?force=true`, undefined, site);
    expect(await driver.undo()).toEqual({ publish: 'nothing-to-undo', 'create-draft': 'nothing-to-undo', 'upload-image': 'done' }); // prettier-ignore
  });

  it.each(
    ['reset-after-effect', '500-before-effect', '429', 'malformed'].flatMap((kind) =>
      ['unpublish', 'delete-draft', 'delete-image'].map((operation) => [operation, kind]),
    ),
  )('%s meets %s: gone all the same', async (operation, kind) => {
    const sandbox = await sandboxFixture();
    const driver = await driverFor(sandbox);
    await driver.run();
    await sandbox.fault({ platform: 'wordpress', operation, kind });
    await driver.undo();
    expect(await posts(sandbox)).toEqual([]);
    expect((await standing(sandbox, 'inert')).filter((one) => !one.startsWith('ensure-'))).toEqual([]);
  });
});

describe('what verification notices', () => {
  it.each([
    [{ content: 'Something else' }, 'the content of the post differ'],
    [{ tags: [] }, 'the tags of the post differ'],
    [{ featured_media: 0 }, 'the image of the post differ'],
    [{ status: 'draft' }, 'its state is "draft"'],
  ])('%j', async (change, words) => {
    const sandbox = await sandboxFixture();
    const driver = await driverFor(sandbox, { content: content('Hello') });
    await driver.run();
    await sandbox.call('POST', `${api}/posts/${driver.receipts['publish']!.id}`, change, site);
    expect(await driver.verify()).toEqual({ verdict: 'differs', words: expect.stringContaining(words) });
  });

  it('a page that took the address', async () => {
    const sandbox = await sandboxFixture();
    const driver = await driverFor(sandbox);
    await driver.run();
    await sandbox.call('POST', `${api}/pages`, { title: 'P', slug: 'spring-is-here', status: 'publish' }, site);
    expect(await driver.verify()).toEqual({ verdict: 'differs', words: expect.stringContaining('the page') });
  });
});
