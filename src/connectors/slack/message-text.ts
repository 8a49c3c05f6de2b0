import type { AssembleContext, Content } from '../../core/contract.ts';
import { mapLiterals, showTemplate } from '../../core/template.ts';
import type { Template } from '../../generated/types/plan.ts';

/** Slack reads `<!channel>` as "ring everybody": whatever an author writes between angle brackets is shown instead. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `[words](address)` -> `<address|words>`. */
const link = /\[([^\]\n|]{1,300})\]\(((?:https?:\/\/[^\s()|]{1,2000})|(?:\$\{\{[^{}\n]{1,200}\}\}))\)/g;
const bold = /\*\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*\*/g;

/**
 * Content as Slack's own mark-up. What is written stays as it is, but for two habits of Markdown that would be shown as
 * signs: links and `**bold**`.
 */
export function messageText(content: Content, context: AssembleContext): Template {
  // A value is checked to hold no angle brackets, so it goes in as it is.
  if (content.format === 'html') return mapLiterals(context.plain(content), escaped);
  const text = escaped(content.text);
  if (content.format === 'plain') return context.template(text, 'none');
  return context.template(text.replaceAll(link, '<$2|$1>').replaceAll(bold, '*$1*'), 'none');
}

/** The message as people read it in Slack: without its brackets and entities. */
export function readableText(text: unknown): string {
  const shown = showTemplate(text, ({ of, name }) => `\${{ steps.${of ?? ''}.${name} }}`);
  return shown
    .replaceAll(/<([^|>\n]+)\|([^>\n]+)>/g, '$2 ($1)')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
