import type { Content } from '../core/contract.ts';
import type { Place } from '../core/finding.ts';

/** Where some words, or an offset, stand: line and column in a file; for inline text the place of the text. */
export function placeInContent(content: Content, where: string | number): Place {
  const offset = typeof where === 'number' ? where : content.text.indexOf(where);
  // The text of a YAML string is folded and indented: its own lines are not those of the file.
  if (offset < 0 || /\.ya?ml$/.test(content.place.file ?? '')) return content.place;
  const before = content.text.slice(0, offset).split('\n');
  return {
    ...content.place,
    line: (content.place.line ?? 1) + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}
