import type { Part } from './types.ts';

/** A post on the website. */
export const blogPart: Part = {
  platform: 'wordpress',
  file: 'blog.md',
  words: 'the text of the post',
  content: ({ title, brandName }) => `${title}: say in two sentences what is new, and for whom.

## What it is

Write here what people can do with it, what it costs, and what is in the price. Short sentences, one thought each.

## What to do next

Say how to get it: where, from when, until when. ${brandName} answers questions in the comments.
`,
  step: ({ title, name }, connection) => `    uses: wordpress/publish-post
    connection: ${connection} # where it is published: an entry of connections.yaml
    with:
      title: ${JSON.stringify(title)}
      slug: ${/^[0-9]+$/.test(name) ? `post-${name}` : name} # last part of the address
      excerpt: One sentence for lists and search results.
      content: ./blog.md # or inline: { text: "..." }
`,
};
