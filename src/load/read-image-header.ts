/** Type by the first bytes, and pixels where the header tells. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly size: ImageSize | null;
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** What the header of an image says; null for anything else. Nothing is decoded, so that no bomb can go off. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (text: string, at = 0): boolean =>
    bytes.length >= at + text.length &&
    Array.from(text, (character) => character.charCodeAt(0)).every((code, index) => bytes[at + index] === code);
  if (starts('\x89PNG\r\n\x1a\n')) return { type: 'image/png', size: starts('IHDR', 12) ? sizeOfPng(view) : null };
  if (starts('\xff\xd8\xff')) return { type: 'image/jpeg', size: sizeOfJpeg(view) };
  if (starts('GIF87a') || starts('GIF89a')) return { type: 'image/gif', size: sizeOfGif(view) };
  if (starts('RIFF') && starts('WEBP', 8)) return { type: 'image/webp', size: sizeOfWebp(view, starts) };
  return null;
}

function sizeOfPng(view: DataView): ImageSize | null {
  return view.byteLength < 33 ? null : positive(view.getUint32(16), view.getUint32(20));
}

function sizeOfGif(view: DataView): ImageSize | null {
  return view.byteLength < 13 ? null : positive(view.getUint16(6, true), view.getUint16(8, true));
}

/** Walks the segments up to the frame: each names its own length. */
function sizeOfJpeg(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return positive(view.getUint16(at + 7), view.getUint16(at + 5));
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function sizeOfWebp(view: DataView, starts: (text: string, at: number) => boolean): ImageSize | null {
  if (view.byteLength < 30) return null;
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  if (starts('VP8X', 12)) return positive(three(24) + 1, three(27) + 1);
  if (starts('VP8 ', 12)) return positive(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (!starts('VP8L', 12)) return null;
  const bits = view.getUint32(21, true);
  return positive((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

function positive(width: number, height: number): ImageSize | null {
  return width > 0 && height > 0 ? { width, height } : null;
}
