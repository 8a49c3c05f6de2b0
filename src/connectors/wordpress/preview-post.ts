import type { Preview } from '../../core/contract.ts';
import { showTemplate } from '../../core/template.ts';
import type { Placeholder, Step } from '../../generated/types/plan.ts';
import { at } from '../answer.ts';
import { escapeHtml, previewDocument } from '../preview-document.ts';

/** The post as its readers will see it, from the very request that writes it. The marker is shown, as it is sent. */
export function previewPost({ operations }: Pick<Step, 'operations'>, writer: string): readonly Preview[] {
  const request = operations.find(({ id }) => id === writer)?.request;
  if (request === undefined) return [];
  const [title, excerpt, content] = ['title', 'excerpt', 'content'].map((field) =>
    showTemplate(at(request.json, field), show),
  );
  const alt = showTemplate(operations.find(({ id }) => id === 'upload-image')?.request.query?.['alt_text'], show);
  const name = title === '' ? 'New text' : `Post: ${title}`;
  const lines = [title, alt && `[Image: ${alt}]`, excerpt && `Short text: ${excerpt}`, content];
  return [
    {
      title: name,
      text: lines.filter(Boolean).join('\n\n'),
      html: previewDocument(name, bodyOf({ title, excerpt, content, alt })),
    },
  ];
}

function bodyOf({ title = '', excerpt = '', content = '', alt = '' }: Record<string, string | undefined>): string {
  return [
    title && `<h1>${title}</h1>`,
    alt && `<figure>[Image: ${escapeHtml(alt)}]</figure>`,
    excerpt && `<p><em>${excerpt}</em></p>`,
    content.replaceAll(/<!--[^]*?-->/g, (comment) => `<p><small>${escapeHtml(comment)}</small></p>`),
  ]
    .filter(Boolean)
    .join('\n');
}

function show({ from, of, name }: Placeholder): string {
  return from === 'step' ? `\${{ steps.${of ?? ''}.${name} }}` : `(${name} of this execution)`;
}
