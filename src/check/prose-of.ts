import type { Content } from '../core/contract.ts';
import { htmlToBlocks } from '../plan/html-to-text.ts';

/** What a reader reads as prose: paragraphs and list items, without markup, code, addresses and tags of a platform. */
export async function proseOf(text: string, format: Content['format']): Promise<readonly string[]> {
  const plain = text
    .replace(/\$?\$\{\{[^}\n]{0,200}\}\}/g, ' ')
    .replace(/\{\{[^}\n]{0,200}\}\}\}?|<%[^%\n]{0,200}%>|\[%[^%\n]{0,200}%\]/g, ' ');
  const blocks =
    format === 'plain'
      ? plain.split(/\n\s*\n|\n(?=\s*[-*•\d])/)
      : htmlToBlocks(format === 'html' ? plain : await rendered(plain));
  return blocks.map(withoutAddresses).filter((block) => /\p{L}/u.test(block));
}

async function rendered(markdown: string): Promise<string> {
  const { renderMarkdown } = await import('../plan/render-markdown.ts');
  return renderMarkdown(markdown.replace(/^---\n[^]*?\n---\n/, ''), []);
}

function withoutAddresses(block: string): string {
  return block
    .replace(/\b(?:https?:\/\/|www\.)[^\s)]{1,2000}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
