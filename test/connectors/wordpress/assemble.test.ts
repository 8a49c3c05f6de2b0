import { describe, expect, it } from 'vitest';
import { content, fullPost, mediaOf, planOf, stepOf } from './plan-step.ts';

async function codes(uses: Parameters<typeof planOf>[0], input: object): Promise<(string | undefined)[]> {
  const planned = await planOf(uses, input);
  return 'plan' in planned ? [] : planned.flatMap(({ code, evidence }) => [code, evidence]);
}

describe('the requests of a post', () => {
  it('are these, byte for byte: when this changes, raise the version of the action', async () => {
    const { step, action } = await stepOf('wordpress/publish-post', fullPost);
    const requests = step.operations.map(({ id, needs, provider, request }) => ({ id, needs, class: provider.class, request })); // prettier-ignore
    expect({ version: action.version, requests }).toMatchSnapshot();
  });

  it('hold no name of a file', async () => {
    const { plan } = await stepOf('wordpress/publish-post', fullPost);
    expect(JSON.stringify(plan.effects)).not.toContain('three-bikes');
  });

  it('leave out what was not given', async () => {
    const { title, slug } = fullPost;
    const { step } = await stepOf('wordpress/publish-post', { title, slug, content: content('Hello') });
    expect(step.operations.map(({ id }) => id)).toEqual(['create-draft', 'complete-draft', 'publish']);
    expect(step.operations[1]?.request.json).toEqual({ status: 'draft', slug });
  });

  it('make one term of names that differ in capital letters alone', async () => {
    const { step } = await stepOf('wordpress/publish-post', { ...fullPost, tags: ['Bikes', 'bikes'], categories: [] });
    expect(step.operations.filter(({ kind }) => kind === 'ensure-term')).toHaveLength(1);
  });
});

describe('what people read before they approve', () => {
  it('says in one line what goes where, and what undo does', async () => {
    const { plan } = await stepOf('wordpress/publish-post', fullPost);
    expect(plan.explanation.steps[0]).toMatchObject({
      title: 'Blog post',
      words: 'Post "Spring & mudguards" on acme.example, address "spring-is-here"',
      undo: 'The post is taken offline and deleted with its image; new categories and tags stay.',
    });
  });

  it('previews title, image, excerpt, text and the marker', async () => {
    const { plan } = await stepOf('wordpress/publish-post', fullPost);
    const [preview] = plan.explanation.previews;
    expect(preview?.text).toMatchInlineSnapshot(`
      "Spring & mudguards

      [Image: Three bikes in a row]

      Short text: Test rides on Saturday.

      <p>Three <strong>new</strong> bikes.</p>
      <!-- mergecast:(marker of this execution) -->"
    `);
    expect(preview?.html).toContain('&lt;!-- mergecast:(marker of this execution) --&gt;');
  });
});

describe('problems that are known at plan time', () => {
  it.each([
    ['a reserved address', { slug: 'feed' }, 'platform/reserved-slug', '/slug'],
    ['a file that is no picture', { image: { file: mediaOf(Buffer.from('x'), 'text/csv'), alt: 'x' } }, 'platform/no-image', '/image/file'], // prettier-ignore
    ['too much content', { content: content('x'.repeat(400_001)) }, 'platform/too-long', '/content'],
  ])('%s', async (_, change, code, pointer) => {
    expect(await codes('wordpress/publish-post', { ...fullPost, ...change })).toEqual([
      code,
      `/steps/blog/with${pointer}`,
    ]);
  });

  it.each([
    ['neither address nor number', { title: 'T' }, ['platform/which-post']],
    ['both', { slug: 'a', id: 1, title: 'T' }, ['platform/which-post']],
    ['no change', { slug: 'a' }, ['platform/nothing-to-change']],
  ])('an update with %s', async (_, input, expected) => {
    expect(await codes('wordpress/update-post', input)).toEqual([...expected, '/steps/blog/with']);
  });
});
