import type { AssembleContext, Content } from '../../core/contract.ts';
import { join } from '../../core/template.ts';
import type { Template } from '../../generated/types/plan.ts';
import { escapeHtml } from '../preview-document.ts';

const hidden = 'display:none;max-height:0;overflow:hidden;mso-hide:all';

/** The e-mail as HTML. The preheader is what mailboxes show behind the subject: SendGrid has no field for it. */
export function emailHtml(content: Content, preheader: string | undefined, context: AssembleContext): Template {
  const html = context.html(content);
  const intro: Template =
    preheader === undefined
      ? ''
      : join(`<div style="${hidden}">`, context.template(escapeHtml(preheader), 'html'), '</div>\n');
  const parts = typeof html === 'string' ? [html] : html.$parts;
  const [first, ...rest] = parts;
  const body = typeof first === 'string' ? /<body\b[^>]*>/i.exec(first) : null;
  // A whole page brings its own frame.
  if (typeof first === 'string' && body !== null) {
    const end = body.index + body[0].length;
    return join(first.slice(0, end), intro, first.slice(end), ...rest);
  }
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  return join(`<!doctype html>\n<html><head>${head}</head><body>\n`, intro, html, '\n</body></html>');
}
