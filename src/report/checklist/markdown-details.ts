import { countOf } from '../format-count.ts';
import { findingLines } from './markdown-lines.ts';
import { inline, quote, shorten } from './escape-markdown.ts';
import type { Limits } from './limits.ts';
import type { ChecklistOptions, ExecutionView } from './types.ts';

/** What people can open: the texts, the scores, what happens if something fails. */
export function detailBlocks(view: ExecutionView, options: ChecklistOptions, limits: Limits): readonly string[] {
  return [
    ...view.previews.map((preview) => previewBlock(preview, view.path, limits)),
    ...scoreBlock(view, options, limits),
    ...(view.failures.length === 0
      ? []
      : [fold('If something goes wrong', view.failures.map((line) => `- ${inline(line)}`).join('\n'))]),
  ];
}

function previewBlock({ title, text }: ExecutionView['previews'][number], path: string, { preview }: Limits): string {
  const words = text.split(/\s+/).filter(Boolean).length;
  const isCut = text.length > preview;
  const shown = quote(shorten(text, Math.max(preview, 1)));
  const rest = `\n\nOnly the beginning is shown here. \`mergecast preview\` shows all of it: ${inline(path)}`;
  return fold(`<b>${inline(title)}</b> (${countOf(words, 'word')})`, `${shown}${isCut ? rest : ''}`);
}

function scoreBlock(view: ExecutionView, options: ChecklistOptions, limits: Limits): readonly string[] {
  const { scores, suggestions, path } = view;
  const title = [
    ...(scores.length === 0 ? [] : ['Scores']),
    ...(suggestions.length === 0 ? [] : [countOf(suggestions.length, 'suggestion')]),
    `${countOf(view.passed, 'check')} passed`,
  ];
  const lines = [
    ...scores.slice(0, limits.findings).map((score) => `- ${inline(score, 600)}`),
    ...findingLines(suggestions, '💡 Suggestion:', path, { ...options, most: limits.findings }),
  ];
  return lines.length === 0 ? [] : [fold(title.join(', '), lines.join('\n'))];
}

/** The empty line after the summary lets Markdown begin again; both tags stand alone on their lines. */
function fold(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
