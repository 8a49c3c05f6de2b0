import type { Preview } from '../../core/contract.ts';
import { showTemplate } from '../../core/template.ts';
import type { Operation, Placeholder } from '../../generated/types/plan.ts';
import { at } from '../answer.ts';
import { escapeHtml, previewDocument } from '../preview-document.ts';

const show = ({ of, name }: Placeholder): string => `\${{ steps.${of ?? ''}.${name} }}`;

/** The e-mail as it will lie in a mailbox. */
export function previewEmail({ request }: Operation): Preview {
  const part = (name: string): string => showTemplate(at(request.json, 'email_config', name), show);
  const subject = part('subject');
  const html = part('html_content');
  // As emailHtml() writes it: mailboxes show it behind the subject, the opened e-mail does not.
  const [, line = ''] = /<div style="display:none[^"]*">([^<]*)<\/div>/.exec(html) ?? [];
  const inbox = line === '' ? '' : `Inbox line: ${unescape(line)}\n`;
  const body = html.replaceAll(/<\/?(?:html|head|body|meta|title)\b[^>]*>|<!doctype[^>]*>/gi, '');
  return {
    title: `E-mail: ${subject}`,
    text: `Subject: ${subject}\n${inbox}\n${part('plain_content')}`,
    html: previewDocument(subject, `<dl><dt>Subject</dt><dd>${escapeHtml(subject)}</dd></dl>\n${body}`),
  };
}

/** The reverse of escapeHtml(). */
function unescape(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
