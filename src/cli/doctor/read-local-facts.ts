import { everydayGit } from '../../adapters/everyday-git/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository, Tree } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { loadBrand, loadPolicy } from '../../load/index.ts';
import type { ForgeChoice } from '../init/forge/choose-forge.ts';
import { expectedWorkflows, ownersPlaces } from '../init/forge/forge-files.ts';
import { secretNames } from '../init/secret-names.ts';
import type { Io } from '../io.ts';
import { readJournalFacts } from './read-journal-facts.ts';
import type { LocalFacts, WorkflowFile } from './types.ts';

/** Policy of the default branch, which also names the forge. */
export async function readPolicyFacts(
  repository: Repository,
): Promise<{ readonly tree: Tree | null; readonly defaultBranch: string; readonly policy: Result<Policy> }> {
  const { name, commit } = await repository.defaultBranch();
  const tree = commit === null ? null : repository.at(commit);
  const loaded = tree === null ? failure([finding('path/no-policy', {})]) : await loadPolicy(tree);
  return { tree, defaultBranch: name, policy: loaded.ok ? success(loaded.value.policy) : loaded };
}

/** Everything that this machine and the default branch tell. */
export async function readLocalFacts(repository: Repository, forge: ForgeChoice | null, io: Io): Promise<LocalFacts> {
  const { tree, defaultBranch, policy } = await readPolicyFacts(repository);
  const brands = await brandsOf(tree);
  const loaded = await Promise.all(brands.map(async (brand) => ({ brand, read: await loadBrand(tree!, brand) })));
  const secrets = tree === null ? [] : await secretNames(tree, brands);
  const git = await everydayGit(repository.directory)(['--version']);
  return {
    node: process.versions.node,
    git: git.code === 0 ? (/\d+(\.\d+)+/.exec(git.stdout)?.[0] ?? null) : null,
    defaultBranch,
    policy,
    brokenBrands: loaded.flatMap(({ brand, read }) =>
      read.ok ? [] : [{ brand, why: read.error[0]?.message ?? 'unknown' }],
    ),
    secrets,
    journal: await readJournalFacts(repository, policy.ok ? policy.value.repository : null, io),
    workflows: forge === null ? [] : await workflowsOf(tree, { forge, defaultBranch, secrets }),
    executors: await executorsOf(tree),
    owners: await ownersOf(tree, forge),
  };
}

async function brandsOf(tree: Tree | null): Promise<readonly string[]> {
  const entries = tree === null ? [] : await tree.list('brands');
  return [...new Set(entries.flatMap(({ path }) => path.split('/')[1] ?? []))].toSorted();
}

async function workflowsOf(
  tree: Tree | null,
  facts: Parameters<typeof expectedWorkflows>[0],
): Promise<readonly WorkflowFile[]> {
  // What belongs into another repository need not be kept in this one.
  const files = expectedWorkflows(facts).filter(({ path }) => !path.startsWith('.mergecast/'));
  return Promise.all(
    files.map(async ({ path, content }) => ({
      path,
      expected: content.toString(),
      actual: await textOf(tree, path),
    })),
  );
}

/** Workflows of the default branch that execute: their names say nothing, what they use does. */
async function executorsOf(tree: Tree | null): Promise<readonly string[]> {
  const folders = ['.github/workflows', '.gitea/workflows', '.forgejo/workflows'];
  const entries = tree === null ? [] : (await Promise.all(folders.map((folder) => tree.list(folder)))).flat();
  const found = await Promise.all(
    entries.map(async ({ path }) => {
      const text = (await textOf(tree, path)) ?? '';
      return /^[^#\n]*(uses:.*\bactions\/execute\b|\bmergecast run\b(?!.*--sandbox))/m.test(text) ? [path] : [];
    }),
  );
  return found.flat();
}

async function ownersOf(tree: Tree | null, forge: ForgeChoice | null): Promise<LocalFacts['owners']> {
  const places = ownersPlaces[forge?.kind ?? 'github'];
  for (const file of places) {
    const text = await textOf(tree, file);
    if (text !== null) return { file, text };
  }
  return { file: places[0] ?? 'CODEOWNERS', text: null };
}

async function textOf(tree: Tree | null, path: string): Promise<string | null> {
  const bytes = await tree?.read(path, 1 << 20);
  return bytes === undefined || bytes === null ? null : new TextDecoder().decode(bytes);
}
