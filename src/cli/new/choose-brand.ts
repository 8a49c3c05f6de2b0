import { join } from 'node:path';
import { listFolders } from '../../adapters/files/read-files.ts';
import { exists } from '../../adapters/files/write-new-files.ts';
import { finding } from '../../core/finding.ts';
import { nearestWord } from '../../core/nearest-word.ts';
import { failure, success, type Result } from '../../core/result.ts';

/** The brand that somebody means: the one they name, else the only one. */
export async function chooseBrand(directory: string, asked: string | undefined): Promise<Result<string>> {
  if (!(await exists(join(directory, 'mergecast.yaml'))))
    return failure([finding('command/not-set-up', { folder: directory })]);
  const known = await listFolders(join(directory, 'brands'));
  if (asked !== undefined && known.length > 0 && !known.includes(asked)) {
    const nearest = nearestWord(asked, known);
    return failure([
      finding('command/unknown-choice', { what: 'brand', given: asked, known, ...(nearest && { nearest }) }),
    ]);
  }
  const only = asked ?? (known.length === 1 ? known[0] : undefined);
  return only === undefined || known.length === 0 ? failure([finding('command/no-brand', { known })]) : success(only);
}
