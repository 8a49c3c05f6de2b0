import { expect, it } from 'vitest';
import { readableText } from './readable-text.ts';

it('reads what is sent as HTML without its tags', () => {
  const body = '<h2>Come</h2>\n<p>Book <a href="https://acme.example/a">here</a> &amp; ride.</p>';
  expect(readableText({ text: `Spring\n\n${body}`, html: `<body>${body}</body>` })).toBe(
    'Spring\n\nCome\n\nBook here (https://acme.example/a) & ride.',
  );
});

it('keeps tags that readers of plain text would see', () => {
  expect(readableText({ text: 'Hello\n\n<p>oops</p>', html: '<p>&lt;p&gt;oops&lt;/p&gt;</p>' })).toBe(
    'Hello\n\n<p>oops</p>',
  );
});

it('says of a later value whose it is', () => {
  expect(readableText({ text: 'See ${{ steps.blog.url }}.', html: '' })).toBe(
    'See (url of "blog", known when it is out).',
  );
});
