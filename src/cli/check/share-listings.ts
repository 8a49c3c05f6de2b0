import type { Tree, TreeEntry } from '../../core/ports.ts';

/** A tree that asks git once for a folder, and never again for what lies below a folder that was listed before. */
export function shareListings(tree: Tree): Tree {
  const known = new Map<string, Promise<readonly TreeEntry[]>>();
  return {
    ...tree,
    list: (folder) => {
      const path = folder.replace(/\/$/, '');
      const above = [...known.keys()].find((one) => one === '' || path === one || path.startsWith(`${one}/`));
      if (above !== undefined) return below(known.get(above) ?? tree.list(path), path);
      const listing = tree.list(path);
      known.set(path, listing);
      return listing;
    },
  };
}

async function below(listing: Promise<readonly TreeEntry[]>, folder: string): Promise<readonly TreeEntry[]> {
  const entries = await listing;
  return folder === '' ? entries : entries.filter(({ path }) => path === folder || path.startsWith(`${folder}/`));
}
