import type { Content, Media } from '../core/contract.ts';

/** A leaf of a step's input with its JSON pointer in `with`. */
export type InputNode =
  | { readonly is: 'text'; readonly pointer: string; readonly text: string }
  | { readonly is: 'content'; readonly pointer: string; readonly content: Content }
  | { readonly is: 'media'; readonly pointer: string; readonly media: Media };

/** JSON pointer of a step's `with` in the manifest. */
export function stepPointer(step: string): string {
  return `/steps/${escapePointer(step)}/with`;
}

/** All texts, contents and files of a step's input, in the order of the keys. */
export function walkInput(input: unknown, pointer = ''): readonly InputNode[] {
  if (typeof input === 'string') return [{ is: 'text', pointer, text: input }];
  if (typeof input !== 'object' || input === null) return [];
  if (isContent(input)) return [{ is: 'content', pointer, content: input }];
  if (isMedia(input)) return [{ is: 'media', pointer, media: input }];
  return Object.entries(input).flatMap(([key, value]) => walkInput(value, `${pointer}/${escapePointer(key)}`));
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Only the loader adds a place; the schemas refuse one that an author writes. */
function isContent(value: object): value is Content {
  return 'text' in value && 'format' in value && 'place' in value;
}

function isMedia(value: object): value is Media {
  return 'sha256' in value && 'bytes' in value && 'file' in value;
}
