import { join } from 'node:path';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { listFolders, readText } from '../../adapters/files/read-files.ts';
import { exists, writeNewFiles, type FileResult } from '../../adapters/files/write-new-files.ts';
import { success, type Result } from '../../core/result.ts';
import { loadPolicy } from '../../load/index.ts';
import type { PeopleChoices } from './ask-people.ts';
import type { ForgeChoice } from './forge/choose-forge.ts';
import { ownerLines } from './forge/codeowners-text.ts';
import { forgeFiles, ownersPlaces } from './forge/forge-files.ts';
import { peopleOfPolicy } from './forge/people-of-policy.ts';
import { secretNames } from './secret-names.ts';

/** What was written, and lines that are missing in files that were there. */
export interface WrittenForgeFiles {
  readonly files: readonly FileResult[];
  readonly defaultBranch: string;
  readonly isPolicyOnForge: boolean;
  /** Lines for a file of owners that was there before; empty where `init` has written one. */
  readonly ownerLines: readonly string[];
}

/** Writes what the forge needs, once brands and policy are there: workflows name the secrets that connections use. */
export async function writeForgeFiles(
  folder: string,
  forge: ForgeChoice,
  people: PeopleChoices | null,
): Promise<Result<WrittenForgeFiles>> {
  const opened = await openRepository(folder);
  if (!opened.ok) return opened;
  const repository = opened.value;
  try {
    const tree = repository.workTree();
    const secrets = await secretNames(tree, await listFolders(`${folder}/brands`));
    const policy = await loadPolicy(tree);
    const known = people ?? (policy.ok ? peopleOfPolicy(policy.value.policy) : null);
    const { name: defaultBranch } = await repository.defaultBranch();
    const ownersFile = await firstThere(folder, ownersPlaces[forge.kind]);
    const files = await forgeFiles({ forge, defaultBranch, secrets, people: known, ownersFile });
    const isOwned = ownersFile === null || (await readText(join(folder, ownersFile)))?.includes('mergecast.yaml');
    return success({
      files: await writeNewFiles(folder, files),
      defaultBranch,
      isPolicyOnForge: policy.ok && policy.value.policy.forge !== undefined,
      ownerLines: isOwned === true || known === null ? [] : ownerLines(known, forge.kind),
    });
  } finally {
    await repository.close();
  }
}

async function firstThere(folder: string, paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await exists(join(folder, path))) return path;
  return null;
}
