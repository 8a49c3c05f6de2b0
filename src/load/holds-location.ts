const gpsTag = 0x8825;

/** Whether an image is a JPEG whose Exif data points at coordinates. Looks at the first directory; damaged data holds none. */
export function holdsLocation(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 2 || view.getUint16(0) !== 0xffd8) return false;
  let at = 2;
  while (at + 10 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xda || length < 2) return false;
    // "Exif" and two zero bytes come before the directory.
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966 && directoryHasGps(view, at + 10)) return true;
    at += 2 + length;
  }
  return false;
}

function directoryHasGps(view: DataView, start: number): boolean {
  if (start + 8 > view.byteLength) return false;
  const isLittle = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, isLittle);
  if (directory + 2 > view.byteLength) return false;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) return false;
    if (view.getUint16(entry, isLittle) === gpsTag) return true;
  }
  return false;
}
