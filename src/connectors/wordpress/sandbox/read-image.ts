/** What the head of a picture says. */
export interface Image {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Whether it also has its end. */
  readonly isWhole: boolean;
}

/** Reads the head of a PNG, GIF, JPEG or WebP file; null for anything else, such as SVG or a program. Only PNG and GIF tell their size here. */
export function readImage(bytes: Uint8Array): Image | null {
  const data = Buffer.from(bytes);
  const head = data.toString('latin1', 0, 12);
  if (head.startsWith('\u0089PNG\r\n') && data.byteLength >= 24)
    return {
      type: 'image/png',
      width: data.readUInt32BE(16),
      height: data.readUInt32BE(20),
      isWhole: data.includes('IEND'),
    };
  if (/^GIF8[79]a/.test(head) && data.byteLength >= 10)
    return { type: 'image/gif', width: data.readUInt16LE(6), height: data.readUInt16LE(8), isWhole: true };
  if (data[0] === 0xff && data[1] === 0xd8)
    return { type: 'image/jpeg', width: 0, height: 0, isWhole: data.includes(Buffer.from([0xff, 0xd9])) };
  if (head.startsWith('RIFF') && head.endsWith('WEBP'))
    return { type: 'image/webp', width: 0, height: 0, isWhole: true };
  return null;
}
