import type { Tree } from '../core/ports.ts';

/** What a manifest says of itself at first sight: only a hint, proven by the git tree of the folder. */
export interface Hint {
  /** `<ULID>.<generation>`. */
  readonly key: string;
  readonly folderId: string;
}

/** A look at two lines, so that thousands of finished executions need not be parsed and planned at every run. */
export async function readHint(tree: Tree, folder: string): Promise<Hint | null> {
  const [bytes, folderId] = await Promise.all([
    tree.read(`${folder}/execution.yaml`, 256 * 1024),
    tree.folderId(folder),
  ]);
  const text = bytes === null ? '' : Buffer.from(bytes).toString('utf8');
  const id = /^id: *["']?([0-7][0-9A-HJKMNP-TV-Z]{25})\b/m.exec(text)?.[1];
  const generation = /^generation: *(\d+)/m.exec(text)?.[1];
  return id === undefined || generation === undefined || folderId === null
    ? null
    : { key: `${id}.${generation}`, folderId };
}
