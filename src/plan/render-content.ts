import type { Content } from '../core/contract.ts';
import { sha256Hex } from '../core/canonical.ts';
import { join } from '../core/template.ts';
import type { Placeholder, Template } from '../generated/types/plan.ts';
import { parseExpressions } from './expressions.ts';
import { placeholderOf, textTemplate, type FindOutput } from './fill-template.ts';
import { htmlToText } from './html-to-text.ts';

/** Markdown -> HTML; `links` are words that stand for web addresses and become links. */
export type RenderMarkdown = (markdown: string, links: readonly string[]) => string;

/** Content as HTML: what recipients and visitors get. Values are HTML-encoded when they are filled in. */
export function contentAsHtml(content: Content, findOutput: FindOutput, render: RenderMarkdown): Template {
  if (content.format === 'html') return textTemplate(content.text, 'html', findOutput);
  const { text, tokens } = hideExpressions(content.text, findOutput);
  const links = tokens
    .filter(({ stands }) => typeof stands !== 'string' && stands.type === 'url')
    .map(({ token }) => token);
  return restore(content.format === 'plain' ? plainAsHtml(text) : render(text, links), tokens);
}

/** Content as readable text: Markdown and plain text as written, HTML without its tags. */
export function contentAsText(content: Content, findOutput: FindOutput): Template {
  if (content.format !== 'html') return textTemplate(content.text, 'none', findOutput);
  const { text, tokens } = hideExpressions(content.text, findOutput);
  return restore(
    htmlToText(text),
    tokens.map(({ token, stands }) => ({
      token,
      stands: typeof stands === 'string' ? stands : { ...stands, encode: 'none' },
    })),
  );
}

interface Token {
  readonly token: string;
  /** A placeholder, or a tag of the platform as it was written. */
  readonly stands: Placeholder | string;
}

/** Tags that the platform fills in, such as `{{{unsubscribe}}}`; with no character that could end an attribute. */
const platformTag = /\{\{\{?[\w .:|-]{1,80}\}?\}\}|<%[\w .:|-]{1,80}%>|\[%[\w .:|-]{1,80}%\]/g;

/**
 * Puts a word for every expression and every tag of the platform, because `{{ a_b }}` would not survive Markdown. The
 * words come from a hash of the text, so that the result is the same everywhere and no author can write one on purpose.
 */
function hideExpressions(text: string, findOutput: FindOutput): { text: string; tokens: readonly Token[] } {
  let stem = sha256Hex(text).slice(0, 24);
  while (text.includes(stem)) stem = sha256Hex(stem).slice(0, 24);
  const tokens: Token[] = [];
  const hide = (stands: Token['stands']): string => {
    const token = `p${stem}x${tokens.length}x`;
    tokens.push({ token, stands });
    return token;
  };
  const hidden = parseExpressions(text).map((segment) => {
    if (typeof segment === 'string') return segment.replace(platformTag, hide);
    return segment.is === 'bad' ? segment.source : hide(placeholderOf(segment, 'html', findOutput));
  });
  return { text: withoutAutolinkBrackets(hidden.join(''), tokens), tokens };
}

/** `<${{ steps.blog.url }}>` is Markdown for a link; with a word inside it would read as an HTML tag. */
function withoutAutolinkBrackets(text: string, tokens: readonly Token[]): string {
  return tokens.reduce((result, { token }) => result.replace(`<${token}>`, token), text);
}

function restore(text: string, tokens: readonly Token[]): Template {
  if (tokens.length === 0) return text;
  const byToken = new Map(tokens.map(({ token, stands }) => [token, stands]));
  const stem = tokens[0]?.token.replace(/0x$/, '') ?? '';
  return join(...text.split(new RegExp(`(${stem}\\d+x)`)).map((part) => byToken.get(part) ?? part));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function plainAsHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>\n')}</p>\n`)
    .join('');
}
