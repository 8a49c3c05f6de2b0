import type { ActionCase } from '../../../core/action-case.ts';
import type { Input } from '../../../generated/types/actions/wordpress.publish-post.ts';

const place = { file: 'executions/acme/2027-03/spring/blog.md', line: 1, column: 1 };
const connection = { account: 'editor', 'base-url': 'https://www.acme.example' };
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const sha256 = '6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0';

/** Examples for the conformance suite. */
export const cases: readonly ActionCase<Input>[] = [
  {
    name: 'with terms and an image',
    input: {
      title: 'Spring is here & has <mudguards>',
      slug: 'spring-is-here',
      excerpt: 'Three new bikes, four of each for test rides.',
      content: {
        format: 'markdown',
        text: 'Hello, our three new bikes are waiting for you in the window.',
        place,
      },
      categories: ['News'],
      tags: ['spring'],
      image: {
        file: { sha256, bytes: 70, type: 'image/png', file: 'bikes.png', width: 1, height: 1 },
        alt: 'Three bikes in a row',
      },
    },
    connection,
    files: { [sha256]: png },
    words: [
      'Spring is here & has <mudguards>',
      'Hello, our three new bikes are waiting for you in the window.',
      'Three new bikes, four of each for test rides.',
    ],
    effects: [
      ['ensure-category', 'inert'],
      ['ensure-tag', 'inert'],
      ['upload-image', 'inert'],
      ['create-draft', 'inert'],
      ['update', 'inert'],
      ['publish', 'live'],
    ],
    // Others may use a category from the moment it exists.
    stays: ['ensure-category', 'ensure-tag'],
    // A list that is empty: WordPress has no such post.
    documented: ['200 with a list'],
  },
];
