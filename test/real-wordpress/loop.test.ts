import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { png } from '../connectors/wordpress/plan-step.ts';
import { ensureBundle } from '../support/bundle.ts';
import { brandRepository, type BrandRepository, type Ended } from './brand-repository.ts';
import { startWordpress, unavailable, type WordPress } from './wordpress-server.ts';

const api = '/wp-json/wp/v2';

describe.skipIf(unavailable !== null)('from a branch to a real WordPress and back', () => {
  let wordpress: WordPress;
  let acme: BrandRepository;
  beforeAll(async () => {
    await ensureBundle();
    wordpress = startWordpress();
  }, 120_000);
  afterAll(() => wordpress.stop());
  beforeEach(async () => {
    acme = await brandRepository(wordpress);
  });
  afterEach(() => acme.remove());

  function fresh(): string {
    return `case-${randomBytes(4).toString('hex')}`;
  }

  /** Approves an execution with these steps. */
  async function approve(steps: string): Promise<void> {
    const folder = 'executions/acme/2027-03/spring';
    await acme.approve('spring', {
      [`${folder}/execution.yaml`]: `version: 1\nid: ${ulid()}\ngeneration: 1\nbrand: acme\nsummary: Spring is here.\nsteps:\n${steps}`,
      [`${folder}/blog.md`]: 'Three **new** bikes.\n',
      [`${folder}/bikes.png`]: png,
    });
  }

  function post(step: string, slug: string, more = ''): string {
    return `  ${step}:
    uses: wordpress/publish-post
    connection: main-site
    with:
      title: Spring & mudguards
      slug: ${slug}
      content: ./blog.md
${more}`;
  }

  const extras = `      categories: [News, R & D]
      tags: [new bikes]
      image: { file: ./bikes.png, alt: Three bikes in a row }
`;

  async function posts(slug: string): Promise<Record<string, unknown>[]> {
    const query = `slug=${slug},${slug}-2,${slug}__trashed&status=any,trash&context=edit`;
    return JSON.parse((await wordpress.call('GET', `${api}/posts?${query}`)).text) as Record<string, unknown>[];
  }

  /** One post, public and whole, and a log that says so. */
  async function expectOne(slug: string, ended: Ended, isFull = false): Promise<void> {
    expect(ended.json).toMatchObject({
      executions: [{ state: 'SEALED', verification: [{ step: 'blog', verdict: 'as-approved' }] }],
    });
    expect(ended.code).toBe(0);
    const found = await posts(slug);
    expect(found).toHaveLength(1);
    const [only] = found;
    expect(only).toMatchObject({
      status: 'publish',
      slug,
      title: { raw: 'Spring & mudguards' },
      content: { raw: expect.stringMatching(/^<p>Three <strong>new<\/strong> bikes\.<\/p>\n<!-- mergecast:[0-9a-f]{20} -->$/) }, // prettier-ignore
    });
    if (!isFull) return;
    expect([only!['categories'], only!['tags']].map((ids) => (ids as number[]).length)).toEqual([2, 1]);
    const image = await wordpress.call('GET', `${api}/media/${String(only!['featured_media'])}`);
    expect(image.json['alt_text']).toBe('Three bikes in a row');
  }

  it('publishes, verifies, and does nothing the second time', async () => {
    const slug = fresh();
    await approve(post('blog', slug, extras));
    await expectOne(slug, await acme.run(), true);
    const [before] = await posts(slug);
    await expectOne(slug, await acme.run(), true);
    expect((await posts(slug))[0]!['modified_gmt']).toBe(before!['modified_gmt']);
  });

  it('changes a page that is there', async () => {
    const slug = fresh();
    await wordpress.call('POST', `${api}/pages`, { title: 'Hours', slug, content: 'Until five', status: 'publish' });
    await approve(`  hours:
    uses: wordpress/update-post
    connection: main-site
    with: { slug: ${slug}, title: Opening hours, content: ./blog.md }
`);
    const ended = await acme.run();
    expect(ended.json).toMatchObject({ executions: [{ state: 'SEALED', verification: [{ verdict: 'as-approved' }] }] });
    expect((await wordpress.call('GET', `/${slug}/`)).text).toContain('Three <strong>new</strong> bikes.');
  });

  it('takes the first post back where the second cannot be published', async () => {
    const [first, second] = [fresh(), fresh()];
    await wordpress.call('POST', `${api}/pages`, { title: 'P', slug: second, status: 'publish' });
    const later = post('later', second).replace('connection:', 'needs: [blog]\n    connection:');
    await approve(post('blog', first, extras) + later);
    const ended = await acme.run();
    expect(ended.json).toMatchObject({
      executions: [{ state: 'COMPENSATED', steps: [{ state: 'UNDONE' }, {}], reason: expect.stringContaining(second) }],
    });
    expect(ended.code).toBe(1);
    expect([await posts(first), await posts(second)]).toEqual([[], []]);
    expect((await wordpress.call('GET', `/${first}/`)).status).toBe(404);
  });

  /** Undoes the finished execution by one that is approved like any other. */
  async function rollBack(): Promise<Ended> {
    const [{ id }] = (await acme.run()).json['executions'] as [{ id: string }];
    const written = await acme.mergecast(['rollback', id, '--format', 'json']);
    if (written.code !== 0) throw new Error(`${written.stdout}${written.stderr}`);
    await acme.approve('take-back', {});
    return acme.run();
  }

  it('takes a finished post back by an execution of its own', async () => {
    const slug = fresh();
    await approve(post('blog', slug, extras));
    await expectOne(slug, await acme.run(), true);
    const { code, json } = await rollBack();
    expect({ code, json }).toMatchObject({ code: 0, json: { executions: [{ state: 'SEALED' }, { state: 'SEALED' }] } });
    expect(await posts(slug)).toEqual([]);
    expect((await wordpress.call('GET', `/${slug}/`)).status).toBe(404);
  });

  it('does not take back what a person has edited since, and asks', async () => {
    const slug = fresh();
    await approve(post('blog', slug));
    await expectOne(slug, await acme.run());
    const [mine] = await posts(slug);
    await wordpress.call('POST', `${api}/posts/${String(mine!['id'])}`, { title: 'Corrected by hand' });
    const { code, json } = await rollBack();
    expect({ code, json }).toMatchObject({ code: 1, json: { executions: expect.arrayContaining([expect.objectContaining({ state: 'NEEDS-HUMAN' })]) } }); // prettier-ignore
    expect(await posts(slug)).toMatchObject([{ status: 'publish', title: { raw: 'Corrected by hand' } }]);
  });

  it.each(['before drop', 'after drop', 'during drop', 'before status 503', 'after status 503'])(
    '%s: one post, complete, in one run',
    async (fault) => {
      const slug = fresh();
      await approve(post('blog', slug, extras));
      wordpress.fault(fault);
      await expectOne(slug, await acme.run(), true);
    },
  );

  it.each(['before kill', 'during kill', 'after kill'])(
    '%s: the whole server dies; run again: one post, complete',
    async (fault) => {
      const slug = fresh();
      await approve(post('blog', slug));
      wordpress.fault(fault);
      const cut = await acme.run('--once');
      expect(cut.json).toMatchObject({ executions: [{ state: 'CLAIMED' }] });
      wordpress.restart();
      await expectOne(slug, await acme.run());
    },
  );

  it('is itself killed while the site creates the post; run again: one post, complete', async () => {
    const slug = fresh();
    await approve(post('blog', slug));
    wordpress.fault('after sleep 3');
    const { process, ended } = acme.start(['run', '--format', 'json']);
    await expect.poll(() => posts(slug), { timeout: 20_000, interval: 50 }).toHaveLength(1);
    process.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    await expectOne(slug, await acme.run());
  });
});
