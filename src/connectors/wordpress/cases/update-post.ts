import type { ActionCase } from '../../../core/action-case.ts';
import type { Input } from '../../../generated/types/actions/wordpress.update-post.ts';

const place = { file: 'executions/acme/2027-03/hours/hours.md', line: 1, column: 1 };

/** Examples for the conformance suite. */
export const cases: readonly ActionCase<Input>[] = [
  {
    name: 'of a page',
    input: {
      slug: 'opening-hours',
      title: 'Opening hours in summer',
      content: { format: 'markdown', text: 'From March to October we open at nine and close at seven.', place },
    },
    connection: { account: 'editor', 'base-url': 'https://www.acme.example' },
    scene: [
      {
        method: 'POST',
        path: '/wordpress/wp-json/wp/v2/pages',
        json: { title: 'Opening hours', slug: 'opening-hours', content: '<p>Closed on Mondays.</p>', status: 'publish' },
      },
    ],
    words: ['Opening hours in summer', 'From March to October we open at nine and close at seven.'],
    effects: [['update', 'live']],
    // A list that is empty: WordPress has no such page.
    documented: ['200 with a list'],
  },
];
