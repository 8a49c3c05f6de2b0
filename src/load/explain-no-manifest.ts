import { finding, type Finding } from '../core/finding.ts';
import type { Tree, TreeEntry } from '../core/ports.ts';

/** Why a folder cannot be loaded: its manifest has another name, or the folder (or one above) is a link or submodule. */
export async function explainNoManifest(tree: Tree, folder: string, entries: readonly TreeEntry[]): Promise<Finding> {
  const misnamed = entries.find(({ path }) => /^execution\.(?:ya?ml|json)$/i.test(path.slice(folder.length + 1)));
  if (misnamed !== undefined)
    return finding('path/misnamed-manifest', { path: misnamed.path }, { file: misnamed.path });
  const around = await tree.list(folder.split('/')[0] ?? '');
  const odd = around.find(({ kind, path }) => kind !== 'file' && `${folder}/`.startsWith(`${path}/`));
  if (odd === undefined) return finding('path/no-execution', { folder }, { file: `${folder}/execution.yaml` });
  return finding(odd.kind === 'symlink' ? 'path/symlink' : 'path/submodule', { path: odd.path }, { file: odd.path });
}
