import type { Tree } from '../../core/ports.ts';
import { loadBrand } from '../../load/index.ts';

/** Names of the secrets that the connections of brands use, in order. A brand that cannot be read has none to tell. */
export async function secretNames(tree: Tree, brands: readonly string[]): Promise<readonly string[]> {
  const loaded = await Promise.all(brands.map((slug) => loadBrand(tree, slug)));
  const names = loaded.flatMap((brand) =>
    brand.ok ? Object.values(brand.value.connections).flatMap(({ secrets }) => Object.values(secrets ?? {})) : [],
  );
  return [...new Set(names)].toSorted();
}
