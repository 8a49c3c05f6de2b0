import type { Preview } from '../../core/contract.ts';
import type { Operation } from '../../generated/types/plan.ts';
import { at, textAt } from '../answer.ts';
import { escapeHtml, previewDocument } from '../preview-document.ts';
import { readableText } from './message-text.ts';

/** The message as the channel will show it. */
export function previewMessage({ request }: Operation): Preview {
  const text = readableText(at(request.json, 'text'));
  const title = `Slack message in ${textAt(request.json, 'channel')}`;
  return { title, text, html: previewDocument(title, `<pre>${escapeHtml(text)}</pre>`) };
}
