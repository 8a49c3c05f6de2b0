import { countOf, joinWords } from '../format-count.ts';
import { sayWhen } from '../checklist/say-when.ts';
import { escapeHtml } from './escape-html.ts';
import { previewCard } from './preview-card.ts';
import { style } from './style.ts';
import type { PreviewInput } from './types.ts';

/** Nothing runs and nothing is loaded from elsewhere, whatever a preview holds: frames inherit this. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** What people will see, step by step, as one page that stands by itself. */
export function previewPage(input: PreviewInput): string {
  const { effects, explanation } = input.plan;
  const { before, moment, after } = sayWhen(effects.schedule, 'waiting');
  const title = escapeHtml(`${explanation.summary} · ${input.brand}`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${style}</style></head>`,
    '<body>',
    `<header><p class="brand">${escapeHtml(input.brand)} · what people will see</p>`,
    `<h1 dir="auto">${escapeHtml(explanation.summary)}</h1>`,
    `<p>${before} <strong>${moment}</strong>${after}</p>`,
    ...finalWarning(input),
    '</header>',
    '<main>',
    ...effects.steps.map((step, index) => previewCard(step, index + 1, input)),
    '</main>',
    `<footer><p>${countOf(effects.steps.length, 'step')}, in this order. Exact content <code>${input.plan.digest}</code></p></footer>`,
    '</body></html>',
    '',
  ].join('\n');
}

function finalWarning({ plan: { effects, explanation } }: PreviewInput): string[] {
  const final = effects.steps.flatMap(({ id, reversibility }, index) => {
    const title = explanation.steps.find((step) => step.id === id)?.title ?? id;
    return reversibility === 'none' ? [`${index + 1} (${title})`] : [];
  });
  if (final.length === 0) return [];
  return [`<p class="alert"><strong>Cannot be taken back:</strong> ${escapeHtml(joinWords(final, 'and'))}.</p>`];
}
