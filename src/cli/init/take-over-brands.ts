import { basename, join } from 'node:path';
import { listFiles, listFolders, readBytes, readText } from '../../adapters/files/read-files.ts';
import { finding } from '../../core/finding.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { currencyOf, nameOf, slugOf, timezoneOf } from './brand-facts.ts';
import type { BrandSetUp } from './repository-files.ts';

/** What of a brand folder is taken over; the rest (its old logs and approvals) stays where it is. */
const wanted = /^(profile\.(json|yaml)|(guidelines|campaigns|evidence)\/.+|connections\.yaml)$/;

export interface TakenOver {
  readonly brands: readonly BrandSetUp[];
  /** Paths that were left behind. */
  readonly left: readonly string[];
}

/** Reads a brand folder of the original system, or a folder that holds several of them. */
export async function takeOverBrands(folder: string): Promise<Result<TakenOver>> {
  const candidates = [folder, ...(await listFolders(folder)).map((name) => join(folder, name))];
  const own = await readBrand(folder);
  const found = own === null ? await Promise.all(candidates.slice(1).map((one) => readBrand(one))) : [own];
  const brands = found.filter((one) => one !== null);
  if (brands.length === 0) return failure([finding('command/no-brand-folder', { folder })]);
  return success({ brands: brands.map(({ set }) => set), left: brands.flatMap(({ left }) => left) });
}

async function readBrand(folder: string): Promise<{ set: BrandSetUp; left: string[] } | null> {
  const { files, links } = await listFiles(folder);
  const profile = files.find((path) => /^profile\.(json|yaml)$/.test(path));
  const slug = slugOf(basename(folder));
  if (profile === undefined || slug === null) return null;
  const taken = new Map<string, Uint8Array>();
  for (const path of files.filter((one) => wanted.test(one))) {
    const bytes = await readBytes(join(folder, path));
    if (bytes !== null) taken.set(path, bytes);
  }
  const markets = marketsOf((await readText(join(folder, profile))) ?? '');
  const market = markets[0] ?? 'US';
  const left = [...files.filter((path) => !taken.has(path)), ...links].map((path) => join(folder, path));
  return {
    set: {
      facts: { slug, name: nameOf(slug), market, markets, currency: currencyOf(market), timezone: timezoneOf(market) },
      taken,
    },
    left,
  };
}

/** The two-letter markets of a profile, JSON or YAML, for the sample consent record only. */
function marketsOf(profile: string): readonly string[] {
  const list = /"?target_markets"?\s*:\s*(\[[^\]]*\]|(?:\s*-\s*"?[A-Z]{2}"?[^\n]*)+)/.exec(profile)?.[1] ?? '';
  return list.match(/\b[A-Z]{2}\b/g) ?? [];
}
