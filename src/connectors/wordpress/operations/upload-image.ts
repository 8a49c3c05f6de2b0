import type { Media, OperationBehaviour, Receipt } from '../../../core/contract.ts';
import { join, marker, ofReceipt } from '../../../core/template.ts';
import type { Operation, Template } from '../../../generated/types/plan.ts';
import { at, readJson, textAt, whyNot } from '../../answer.ts';
import { platform, readFailure } from '../read-failure.ts';

const path = '/wp-json/wp/v2/media';
const fields = 'id,slug,alt_text,media_details';

/** Endings by media type: the pictures that WordPress shows everywhere. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Whether a file can be the image of a post. */
export function isImage({ type }: Media): boolean {
  return endings[type] !== undefined;
}

/**
 * An image with its alt text in one request. It is named after the post and our marker, because WordPress makes the
 * slug of an upload from its name, and by that it can be looked up.
 */
export function planImage(media: Media, alt: Template, slug: string): Operation {
  const { sha256, bytes, type } = media;
  const name = join(slug.slice(0, 100).replace(/-$/, ''), '-', marker, `.${endings[type] ?? 'bin'}`);
  return {
    id: 'upload-image',
    kind: 'upload-image',
    phase: 'prepare',
    effect: 'inert',
    needs: [],
    provider: { class: 'P', lag: 'PT1S' },
    'key-at': 'the file name',
    request: {
      method: 'POST',
      path,
      query: { alt_text: alt, _fields: fields },
      headers: { 'content-disposition': join('attachment; filename="', name, '"') },
      media: { sha256, bytes, type },
    },
    undo: [
      {
        kind: 'delete-image',
        words: 'The image is deleted from the media library.',
        request: { method: 'DELETE', path: join(`${path}/`, ofReceipt('id', 'id')), query: { force: 'true' } },
      },
    ],
  };
}

export const uploadImage: OperationBehaviour = {
  interpret: (answer, context) => {
    const receipt = answer.status === 201 ? receiptOf(readJson(answer)) : null;
    return receipt === null ? readFailure(answer, context, 'take the image') : { is: 'done', receipt };
  },
  probe: async ({ request }, read) => {
    const slug = /filename="(.*)\.\w+"/.exec(request.headers['content-disposition'] ?? '')?.[1] ?? '';
    const answer = await read.get(path, { slug: `${slug},${slug}-2,${slug}-3`, context: 'edit', _fields: fields });
    const found = answer.is === 'answer' && answer.status === 200 ? readJson(answer) : null;
    if (!Array.isArray(found)) return { is: 'cannot-tell', why: whyNot(answer, platform) };
    const receipt = receiptOf(found.find(isWhole));
    return receipt === null ? { is: 'absent' } : { is: 'found', receipt };
  },
};

/** A crash inside an upload leaves an image without alt text and sizes: it is uploaded again, and the torso stays unused. */
function isWhole(image: unknown): boolean {
  return textAt(image, 'alt_text') !== '' && textAt(image, 'media_details', 'file') !== '';
}

/** Larger than the smallest sizes that WordPress makes: where it made none, it could not read the picture. */
const large = 300;

function receiptOf(json: unknown): Receipt | null {
  const id = textAt(json, 'id');
  if (!/^[1-9]\d{0,15}$/.test(id)) return null;
  const sides = ['width', 'height'].map((side) => Number(textAt(json, 'media_details', side)));
  const sizes = Object.keys(Object(at(json, 'media_details', 'sizes'))).length;
  const damaged = sizes === 0 && sides.some((side) => side > large);
  return { id, values: { slug: textAt(json, 'slug'), damaged } };
}
