import { sha256Hex } from '../core/canonical.ts';
import type { Media } from '../core/contract.ts';
import { finding, type Finding, type Place } from '../core/finding.ts';
import type { FolderFiles, OpenFile } from './folder-files.ts';
import { holdsLocation } from './holds-location.ts';
import { readImageHeader, type ImageHeader } from './read-image-header.ts';
import { limits } from './limits.ts';
import type { LoadedMedia } from './types.ts';

/** An image with what the loader keeps of it, or nulls with what is wrong. */
export interface ReadMedia {
  readonly media: Media | null;
  readonly loaded: LoadedMedia | null;
  readonly problems: readonly Finding[];
}

const extensions: Readonly<Record<ImageHeader['type'], readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
};

/** An image beside the manifest, judged by its first bytes: nothing is decoded. */
export async function readMedia(reference: string, place: Place, files: FolderFiles): Promise<ReadMedia> {
  const opened = await files.open(reference, place, limits.mediaBytes);
  if (!opened.ok) return { media: null, loaded: null, problems: opened.error };
  return judge(opened.value, reference.slice(2), place);
}

function judge({ path, bytes, object }: OpenFile, name: string, place: Place): ReadMedia {
  const header = readImageHeader(bytes);
  const problem = findProblem(path, bytes, header, place);
  if (header === null || header.size === null || problem !== null) {
    return { media: null, loaded: null, problems: problem === null ? [] : [problem] };
  }
  const facts = { sha256: sha256Hex(bytes), bytes: bytes.length, type: header.type };
  return {
    media: { ...facts, file: name, ...header.size },
    loaded: { ...facts, path, ...(object !== undefined && { object }) },
    problems: holdsLocation(bytes) ? [finding('content/location', { path }, place)] : [],
  };
}

function findProblem(path: string, bytes: Uint8Array, header: ImageHeader | null, place: Place): Finding | null {
  if (bytes.length === 0) return finding('content/empty', { path }, place);
  if (header === null) return finding(isSvg(bytes) ? 'content/svg' : 'content/unknown-media', { path }, place);
  const { type, size } = header;
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (!extensions[type].includes(extension)) return finding('content/wrong-extension', { path, type }, place);
  if (size === null) return finding('content/broken-image', { path, type }, place);
  const isBomb = size.width * size.height > limits.mediaPixels;
  return isBomb ? finding('content/too-many-pixels', { path, ...size }, place) : null;
}

function isSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).replaceAll('\0', ''));
}
