import type { Explanation, Step } from '../../generated/types/plan.ts';
import { escapeAttribute, escapeHtml } from './escape-html.ts';
import { channelIcon } from './icons.ts';
import { readLetterHead, type LetterHead } from './read-letter-head.ts';
import type { Picture, PreviewInput } from './types.ts';
import { readableText } from '../readable-text.ts';

type Preview = Explanation['previews'][number];

/** One step: where it goes, what people will see there, and whether it can be taken back. */
export function previewCard(step: Step, number: number, { plan, brand, pictures }: PreviewInput): string {
  const { title = step.id, words = '' } = plan.explanation.steps.find(({ id }) => id === step.id) ?? {};
  const { connection, reversibility } = step;
  const heading = `step-${number}`;
  const where = `${words} · ${connection.platform}, connection ${connection.name}${connection.test ? ', a test server' : ''}`;
  const shown = plan.explanation.previews.filter((preview) => preview.step === step.id);
  return [
    `<article aria-labelledby="${heading}">`,
    `<div class="head">${channelIcon(connection.platform)}<div>`,
    `<h2 id="${heading}">${number}. ${escapeHtml(title)}</h2><p class="where">${escapeHtml(where)}</p></div></div>`,
    ...shown.map((preview) => showPreview(preview, brand)),
    ...picturesOf(step, pictures).map(showPicture),
    `<p class="undo${reversibility === 'none' ? ' final' : ''}">${escapeHtml(step['undo-in-words'])}</p>`,
    '</article>',
  ].join('\n');
}

function showPreview({ title, text: written, html }: Preview, brand: string): string {
  const text = readableText({ text: written, html });
  const head = readLetterHead(text, brand);
  const plain = `<pre dir="auto">${escapeHtml(text)}</pre>`;
  if (html === '') return plain;
  return [
    ...(head === null ? [] : [showInbox(head), '<p class="caption">Opened</p>']),
    // No permission at all: no script, no form, no navigation of this page.
    `<iframe sandbox="" title="${escapeHtml(title)}" height="${heightOf(text)}" srcdoc="${escapeAttribute(html)}"></iframe>`,
    `<details><summary>As plain text</summary>${plain}</details>`,
  ].join('\n');
}

/** As it lies in an inbox, before anybody opens it. */
function showInbox({ from, subject, line }: LetterHead): string {
  const face = /\p{L}/u.exec(from)?.[0].toUpperCase() ?? '@';
  return [
    '<p class="caption">In the inbox</p>',
    `<div class="inbox"><div class="face" aria-hidden="true">${escapeHtml(face)}</div><span>${escapeHtml(from)}</span>`,
    `<span class="subject">${escapeHtml(subject)}</span><span class="line">${escapeHtml(line)}</span></div>`,
  ].join('');
}

/** A page without scripts cannot measure its frames: enough for the text on a phone, and they scroll. */
function heightOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 0);
  return Math.min(720, Math.max(140, 100 + lines * 26));
}

function picturesOf(step: Step, pictures: ReadonlyMap<string, Picture>): readonly Picture[] {
  return step.operations.flatMap(({ request }) => pictures.get(request.media?.sha256 ?? '') ?? []);
}

function showPicture({ address, alternative }: Picture): string {
  const words = alternative === '' ? 'Picture' : `Picture, described as: ${alternative}`;
  return `<figure><img src="${escapeAttribute(address)}" alt="${escapeHtml(alternative)}"><figcaption>${escapeHtml(words)}</figcaption></figure>`;
}
