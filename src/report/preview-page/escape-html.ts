import { revealHidden } from '../reveal-hidden.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Somebody's words in a page or an attribute: shown, never interpreted. */
export function escapeHtml(text: string): string {
  return escapeAttribute(revealHidden(text));
}

/** A document that goes into an attribute unchanged. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
