import { describe, expect, it } from 'vitest';
import { createTransport } from '../../../src/adapters/http/create-transport.ts';
import { faultKinds } from '../../../src/sandbox/faults.ts';
import { sandboxFixture, type SandboxFixture } from '../../support/sandbox-fixture.ts';
import { StepDriver } from '../../support/step-driver.ts';
import { content, stepOf } from './plan-step.ts';

const site = { origin: 'https://acme.example' };
const api = '/wordpress/wp-json/wp/v2';
const hours = { title: 'Hours', slug: 'opening-hours', content: 'Until five', excerpt: 'Old', status: 'publish' };

/** A site with the page `opening-hours`. */
async function siteWithPage(
  kind = 'pages',
): Promise<{ sandbox: SandboxFixture; page: () => Promise<Record<string, unknown>>; path: string }> {
  const sandbox = await sandboxFixture();
  const made = await sandbox.call('POST', `${api}/${kind}`, hours, site);
  const path = `${api}/${kind}/${String(made.json['id'])}`;
  const page = async (): Promise<Record<string, unknown>> =>
    (
      await sandbox.call(
        'GET',
        `${path}?context=edit&_fields=title.raw,content.raw,excerpt.raw,status`,
        undefined,
        site,
      )
    ).json;
  return { sandbox, page, path };
}

async function driverFor(sandbox: SandboxFixture, input: object = {}): Promise<StepDriver> {
  const full = { slug: 'opening-hours', title: 'Opening hours', content: content('Until **six**'), ...input };
  return new StepDriver(await stepOf('wordpress/update-post', full), createTransport({ sandboxUrl: sandbox.url }));
}

const old = { title: { raw: 'Hours' }, content: { raw: 'Until five' }, excerpt: { raw: 'Old' }, status: 'publish' };

function changed({ marker }: StepDriver): object {
  const text = `<p>Until <strong>six</strong></p>\n<!-- mergecast:${marker} -->`;
  return { ...old, title: { raw: 'Opening hours' }, content: { raw: text } };
}

describe('changing what the site has', () => {
  it.each(['pages', 'posts'])(
    'finds it among %s, changes what was given, verifies it, and writes it back',
    async (kind) => {
      const { sandbox, page } = await siteWithPage(kind);
      const driver = await driverFor(sandbox);
      expect(await driver.run()).toMatchObject({ is: 'done', receipt: { url: 'https://acme.example/opening-hours/' } });
      expect(await page()).toEqual(changed(driver));
      expect((await driver.verify()).verdict).toBe('as-approved');
      expect(await driver.undo()).toEqual({ update: 'done' });
      expect(await page()).toEqual(old);
      expect((await sandbox.effects()).filter(({ operation, undone }) => operation === 'update' && !undone)).toEqual(
        [],
      );
    },
  );

  it.each(faultKinds.filter((kind) => kind !== '401'))('meets %s: changed once', async (kind) => {
    const { sandbox, page } = await siteWithPage();
    await sandbox.fault({ platform: 'wordpress', operation: 'update', kind });
    const driver = await driverFor(sandbox);
    expect(await driver.run()).toMatchObject({ is: 'done' });
    expect(await page()).toEqual(changed(driver));
    expect((await sandbox.effects()).map(({ operation }) => operation)).toEqual(['create-published', 'update']);
  });

  it.each(['timeout-after-effect', '500-before-effect', 'malformed'])(
    'writes it back although it meets %s',
    async (kind) => {
      const { sandbox, page } = await siteWithPage();
      const driver = await driverFor(sandbox);
      await driver.run();
      await sandbox.fault({ platform: 'wordpress', operation: 'update', kind });
      expect(await driver.undo()).toEqual({ update: 'done' });
      expect(await page()).toEqual(old);
    },
  );

  it('finds a page by its number, and changes its title alone', async () => {
    const { sandbox, page, path } = await siteWithPage();
    const id = Number(path.split('/').at(-1));
    const driver = await driverFor(sandbox, { slug: undefined, content: undefined, id });
    expect(await driver.run()).toMatchObject({ is: 'done' });
    expect(await page()).toEqual({ ...old, title: { raw: 'Opening hours' } });
    expect((await driver.verify()).verdict).toBe('as-approved');
  });
});

describe('what stops a change', () => {
  it('nothing with this address', async () => {
    const driver = await driverFor(await sandboxFixture());
    expect(await driver.run()).toMatchObject({ is: 'refused', finding: { code: 'platform/not-found', message: expect.stringContaining('post or page with the address "opening-hours"') } }); // prettier-ignore
  });

  it('a post and a page with the same address, unless the type says which', async () => {
    const { sandbox, page } = await siteWithPage();
    await sandbox.call('POST', `${api}/posts`, hours, site);
    expect(await (await driverFor(sandbox)).run()).toMatchObject({ is: 'refused', finding: { code: 'platform/ambiguous-post' } }); // prettier-ignore
    const driver = await driverFor(sandbox, { type: 'page' });
    expect(await driver.run()).toMatchObject({ is: 'done' });
    expect(await page()).toEqual(changed(driver));
  });

  it('a former text that is too large to keep', async () => {
    const { sandbox, page, path } = await siteWithPage();
    await sandbox.call('POST', path, { content: 'x'.repeat(500_000) }, site);
    const driver = await driverFor(sandbox);
    expect(await driver.run()).toMatchObject({ is: 'refused', finding: { code: 'platform/too-large-to-keep' } });
    expect(await page()).toMatchObject({ title: { raw: 'Hours' } });
  });
});

describe('a person who edits', () => {
  it('keeps the edit: the undo stops and asks', async () => {
    const { sandbox, page, path } = await siteWithPage();
    const driver = await driverFor(sandbox);
    await driver.run();
    await sandbox.call('POST', path, { content: 'Until seven, says Eva' }, site);
    expect((await driver.verify()).verdict).toBe('differs');
    expect(await driver.undo()).toEqual({ update: 'edited' });
    expect(await page()).toMatchObject({ content: { raw: 'Until seven, says Eva' } });
  });

  it('loses nothing where the edit is in a field that we did not touch', async () => {
    const { sandbox, page, path } = await siteWithPage();
    const driver = await driverFor(sandbox);
    await driver.run();
    await sandbox.call('POST', path, { excerpt: 'By hand' }, site);
    expect(await driver.undo()).toEqual({ update: 'done' });
    expect(await page()).toEqual({ ...old, excerpt: { raw: 'By hand' } });
  });

  it('is asked where it cannot be told whose text it is', async () => {
    const { sandbox, path } = await siteWithPage();
    const driver = await driverFor(sandbox);
    for (const operation of driver.step.operations.slice(0, -1)) await driver.do(operation);
    const operation = driver.step.operations.at(-1)!;
    const request = { method: 'POST', path: path.replace('/wordpress', ''), headers: {}, json: { content: 'New' } };
    const context = { operation, connection: driver.step.connection, key: '', marker: '', request, receipts: {} };
    await sandbox.call('POST', path, { content: 'By hand' }, site);
    const { probe } = driver.action.operations['update']!;
    expect(await probe!({ ...context, before: { content: 'Until five' } }, driver.read)).toMatchObject({ is: 'cannot-tell' }); // prettier-ignore
    expect(await probe!({ ...context, before: { content: 'By hand' } }, driver.read)).toEqual({ is: 'absent' });
  });
});
