import { openRepository } from '../../adapters/git/open-repository.ts';
import { blocks, type Finding } from '../../core/finding.ts';
import { loadBrand } from '../../load/index.ts';

/**
 * What hinders the brands of a folder from being used. Brands of an older system are taken over unchanged, with whatever
 * is wrong in them: better told now than with the first execution.
 */
export async function brandProblems(folder: string, brands: readonly string[]): Promise<readonly Finding[]> {
  const repository = await openRepository(folder);
  if (!repository.ok) return repository.error;
  try {
    const tree = repository.value.workTree();
    const loaded = await Promise.all(brands.map((slug) => loadBrand(tree, slug)));
    return loaded.flatMap((brand) => (brand.ok ? [] : brand.error.filter(blocks)));
  } finally {
    await repository.value.close();
  }
}
