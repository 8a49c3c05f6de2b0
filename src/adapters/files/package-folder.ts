import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder that ships with mergecast: beside `dist/` when bundled, at the root when run from source. */
export async function packageFolder(name: string): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = join(folder, name);
    if (
      await access(found).then(
        () => true,
        () => false,
      )
    )
      return found;
    if (dirname(folder) === folder) throw new Error(`the folder ${name} of mergecast is missing: install it again`);
    folder = dirname(folder);
  }
}
