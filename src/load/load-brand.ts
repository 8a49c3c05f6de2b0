import { finding, type Finding } from '../core/finding.ts';
import { nearestWord } from '../core/nearest-word.ts';
import type { Tree, TreeEntry } from '../core/ports.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Connections } from '../generated/types/connections.ts';
import type { Profile } from '../generated/types/profile.ts';
import { BrandFiles } from './brand-files.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkEntries } from './check-entries.ts';
import { distinctFindings } from './distinct-findings.ts';
import { readBudget } from './read-budget.ts';
import type { ReadRecord } from './read-record.ts';
import type { LoadedBrand } from './types.ts';
import { escapePointer } from './yaml/walk-nodes.ts';

/** The folder of a brand: who it is, where it publishes, what it may spend, what it can prove. All problems at once. */
export async function loadBrand(tree: Tree, slug: string): Promise<Result<LoadedBrand>> {
  const folder = `brands/${slug}`;
  const entries = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? await tree.list(folder) : [];
  if (entries.length === 0) return failure([await unknownBrand(tree, slug)]);
  const files = new BrandFiles(tree, slug, entries);
  files.problems.add(...checkEntries(folder, entries), ...(await checkAttributes(tree, folder, entries)));
  const profile = await readProfile(files, slug);
  const connections = await readConnections(files);
  const evidence = await files.readEvidence();
  const campaigns = await files.readCampaigns();
  const ceiling = profile === null ? null : readCeiling(profile, files);
  if (!files.problems.isEmpty || profile === null) return failure(distinctFindings(files.problems.findings));
  return success({
    slug,
    profile: profile.value as unknown as Profile,
    profilePlace: profile.parsed.place,
    connections: (connections?.value as unknown as Connections | undefined)?.connections ?? {},
    connectionPlace: (name, pointer = '') =>
      connections?.parsed.place(`/connections/${escapePointer(name)}${pointer}`) ?? {
        file: `${folder}/connections.yaml`,
      },
    ceiling,
    evidence,
    campaigns,
    closure: files.closure,
    findings: files.warnings,
  });
}

async function readProfile(files: BrandFiles, slug: string): Promise<ReadRecord | null> {
  const names = ['profile.yaml', 'profile.json'].filter((name) => files.has(name));
  const [name, other] = names;
  if (name === undefined) files.problems.report('brand/no-profile', { slug }, { file: `brands/${slug}/profile.yaml` });
  if (other !== undefined) files.problems.report('brand/two-profiles', { slug }, { file: `brands/${slug}/${other}` });
  if (name === undefined) return null;
  return files.record(name, (await import('../generated/validators/profile.js')).default);
}

async function readConnections(files: BrandFiles): Promise<ReadRecord | null> {
  if (!files.has('connections.yaml')) return null;
  return files.record('connections.yaml', (await import('../generated/validators/connections.js')).default);
}

function readCeiling({ value, parsed }: ReadRecord, files: BrandFiles): LoadedBrand['ceiling'] {
  const { goals, target_markets: markets } = value as { goals?: { budget_range?: unknown }; target_markets?: unknown };
  const text = goals?.budget_range;
  if (typeof text !== 'string') return null;
  const budget = readBudget(text, Array.isArray(markets) ? markets.filter((one) => typeof one === 'string') : []);
  if (budget.ok) return budget.value;
  const place = parsed.place('/goals/budget_range');
  files.problems.report('brand/ambiguous-budget', { text: text.slice(0, 80), why: budget.error }, place);
  return null;
}

async function unknownBrand(tree: Tree, slug: string): Promise<Finding> {
  const entries = await tree.list('brands');
  const link = entries.find(({ path, kind }: TreeEntry) => path === `brands/${slug}` && kind !== 'file');
  if (link !== undefined)
    return finding(
      link.kind === 'symlink' ? 'path/symlink' : 'path/submodule',
      { path: link.path },
      { file: link.path },
    );
  const known = [...new Set(entries.flatMap(({ path }) => /^brands\/([^/]+)\//.exec(path)?.[1] ?? []))].toSorted();
  return finding('brand/unknown', { slug: slug.slice(0, 80), known, nearest: nearestWord(slug, known) });
}
