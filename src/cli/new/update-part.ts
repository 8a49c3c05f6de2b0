import type { Part } from './types.ts';

/** New text on something that is published already. */
export const updatePart: Part = {
  platform: 'wordpress',
  file: 'page.md',
  words: 'the new text of the page',
  content: ({ title }) => `${title}: this text replaces all that stands on the page now.

Write the whole page here, not only what changes.
`,
  step: ({ title, name }, connection) => `    uses: wordpress/update-post
    connection: ${connection}
    with:
      slug: ${name} # last part of the address of the page that is changed; it must exist
      title: ${JSON.stringify(title)}
      content: ./page.md
`,
};
