import MarkdownIt from 'markdown-it';

type CoreRule = Parameters<MarkdownIt['core']['ruler']['push']>[1];
type CoreState = Parameters<CoreRule>[0];
type MarkdownToken = CoreState['tokens'][number];

/**
 * CommonMark with tables and strikethrough, as the pinned library renders it: its output is part of what people
 * approve, so a new version of the library is a new version of every action that uses it. HTML inside Markdown is
 * kept; what must not be sent is found in the result.
 */
const markdownIt = new MarkdownIt({ html: true, linkify: true, typographer: false });
markdownIt.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdownIt.core.ruler.push('placeholder-links', linkPlaceholders);

/** Markdown -> HTML. `links` are words that stand for web addresses: standing free, they become links. */
export function renderMarkdown(markdown: string, links: readonly string[]): string {
  return markdownIt.render(markdown, { links }).trimEnd();
}

function linkPlaceholders(state: CoreState): void {
  const links: readonly string[] = state.env.links ?? [];
  if (links.length === 0) return;
  for (const token of state.tokens)
    if (token.children !== null) token.children = linkChildren(token.children, links, state);
}

function linkChildren(children: readonly MarkdownToken[], links: readonly string[], state: CoreState): MarkdownToken[] {
  let depth = 0;
  return children.flatMap((child) => {
    if (child.type === 'link_open') depth += 1;
    if (child.type === 'link_close') depth -= 1;
    // An <a> written as HTML is a link as well.
    if (child.type === 'html_inline')
      depth += /^<a[\s>]/i.test(child.content) ? 1 : /^<\/a>/i.test(child.content) ? -1 : 0;
    return child.type === 'text' && depth === 0 ? linkText(child, links, state) : [child];
  });
}

function linkText(child: MarkdownToken, links: readonly string[], state: CoreState): MarkdownToken[] {
  const pieces = child.content.split(new RegExp(`(${links.join('|')})`));
  if (pieces.length === 1) return [child];
  return pieces.flatMap((piece) => {
    const text = new state.Token('text', '', 0);
    text.content = piece;
    if (!links.includes(piece)) return piece === '' ? [] : [text];
    const open = new state.Token('link_open', 'a', 1);
    open.attrs = [['href', piece]];
    return [open, text, new state.Token('link_close', 'a', -1)];
  });
}
