import { connectors } from '../generated/registry.ts';
import type { Engine } from '../execute/engine.ts';

/** Everything that can be frozen by name: brands and campaigns of the default branch, and all platforms. */
export async function knownScopes(engine: Engine): Promise<readonly string[]> {
  const { commit } = await engine.repository.defaultBranch();
  const paths = commit === null ? [] : (await engine.repository.at(commit).list('brands')).map(({ path }) => path);
  const brands = paths.flatMap((path) => /^brands\/([^/]+)\//.exec(path)?.[1] ?? []);
  const campaigns = paths.flatMap((path) => /\/campaigns\/([^/]+)\.(?:yaml|json)$/.exec(path)?.[1] ?? []);
  return [
    'all',
    ...[...new Set(brands)].map((name) => `brand:${name}`),
    ...Object.keys(connectors).map((name) => `platform:${name}`),
    ...[...new Set(campaigns)].map((name) => `campaign:${name}`),
  ];
}
