import type { Finding } from '../core/finding.ts';
import { isEvidence } from '../core/is-control-plane.ts';
import { success, type Result } from '../core/result.ts';
import { loadBrand } from '../load/index.ts';
import type { LoadedBrand } from '../load/types.ts';
import type { CheckInput } from './types.ts';

/** A brand as it decides: the base's, with the evidence that the proposal adds. */
export interface JudgingBrand {
  readonly brand: LoadedBrand;
  /** Names of records that the proposal adds. */
  readonly newEvidence: ReadonlySet<string>;
  /** Names of records that the proposal changes or removes; the base's count. */
  readonly changedEvidence: ReadonlySet<string>;
  /** What is wrong with the records that the proposal touches. */
  readonly problems: readonly Finding[];
}

export interface ReadBrands {
  brand(slug: string): Promise<Result<JudgingBrand>>;
  /** What is doubtful about the brands that were read; each is said once, whatever the number of executions. */
  warnings(): Promise<readonly Finding[]>;
}

/** Reads each brand once, when the first execution needs it. */
export function readBrands(input: Pick<CheckInput, 'tree' | 'control' | 'changedPaths'>): ReadBrands {
  const known = new Map<string, Promise<Result<JudgingBrand>>>();
  return {
    brand: (slug) => {
      const reading = known.get(slug) ?? readBrand(slug, input);
      known.set(slug, reading);
      return reading;
    },
    warnings: async () =>
      (await Promise.all(known.values())).flatMap((one) => (one.ok ? one.value.brand.findings : [])),
  };
}

async function readBrand(
  slug: string,
  { tree, control, changedPaths = [] }: Pick<CheckInput, 'tree' | 'control' | 'changedPaths'>,
): Promise<Result<JudgingBrand>> {
  const brand = await loadBrand(control, slug);
  if (!brand.ok) return brand;
  const touched = changedPaths.filter((path) => path.startsWith(`brands/${slug}/`) && isEvidence(path));
  if (touched.length === 0)
    return success({ brand: brand.value, newEvidence: new Set(), changedEvidence: new Set(), problems: [] });
  const proposed = await loadBrand(tree, slug);
  const ofBase = brand.value.evidence;
  const added = [...(proposed.ok ? proposed.value.evidence : [])].filter(
    ([name, { file }]) => !ofBase.has(name) && touched.includes(file),
  );
  const changed = [...ofBase].filter(([, { file }]) => touched.includes(file)).map(([name]) => name);
  return success({
    brand: { ...brand.value, evidence: new Map([...ofBase, ...added]) },
    newEvidence: new Set(added.map(([name]) => name)),
    changedEvidence: new Set(changed),
    // Whatever else is wrong with the proposal's brand does not count: the base's is used.
    problems: proposed.ok ? [] : proposed.error.filter(({ file = '' }) => touched.includes(file)),
  });
}
