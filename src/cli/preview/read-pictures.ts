import type { Tree } from '../../core/ports.ts';
import type { Effects, Step } from '../../generated/types/plan.ts';
import type { LoadedExecution } from '../../load/types.ts';
import type { Picture } from '../../report/preview-page/types.ts';

/** Pictures of an execution as data, by SHA-256, each with the words for those who cannot see it. */
export async function readPictures(
  tree: Tree,
  { media }: LoadedExecution,
  effects: Effects,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = media.filter(({ type }) => type.startsWith('image/'));
  const read = await Promise.all(
    pictures.map(async ({ path, sha256, bytes, type }) => {
      const content = await tree.read(path, bytes);
      const address = `data:${type};base64,${Buffer.from(content ?? []).toString('base64')}`;
      return [sha256, { address, alternative: alternativeOf(sha256, effects) }] as const;
    }),
  );
  return new Map(read);
}

/** The step that uploads a picture also says what is to be seen on it. */
function alternativeOf(sha256: string, { steps }: Effects): string {
  const step = steps.find(({ operations }) => operations.some(({ request }) => request.media?.sha256 === sha256));
  return step === undefined ? '' : (findWords(step) ?? '');
}

function findWords({ operations }: Step): string | null {
  const words = operations.map(({ request }) => request.json?.['alt_text'] ?? request.query?.['alt_text']);
  return words.find((one) => typeof one === 'string') ?? null;
}
