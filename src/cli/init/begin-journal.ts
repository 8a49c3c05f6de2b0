import { everydayGit, pushFirst, tipOfBranch } from '../../adapters/everyday-git/index.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { ensureJournalKey } from '../../adapters/keys/journal-keys.ts';
import type { Finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { writeGenesis } from '../../execute/write-genesis.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { Io } from '../io.ts';
import type { SetUp } from './set-up-repository.ts';

/** Whether the live journal has begun. */
export type JournalStart =
  | { readonly state: 'begun' | 'known'; /** Where this machine holds the key. */ readonly publicKey?: string }
  /** Not yet, because the policy is not on the default branch. */
  | { readonly state: 'pending'; readonly branch: string }
  | { readonly state: 'failed'; readonly findings: readonly Finding[] };

/**
 * Makes the key of the live journal and writes its first entry, once the policy is on the default branch: the entry
 * names that commit as the one whose policy and keys are trusted. A journal that exists is left alone, and no second
 * key is made where another machine keeps the first.
 */
export async function beginJournal(folder: string, setUp: SetUp, io: Io): Promise<JournalStart> {
  const opened = await openRepository(folder);
  if (!opened.ok) return { state: 'failed', findings: opened.error };
  try {
    const known = await journalOf(opened.value);
    const { commit, name } = await opened.value.defaultBranch();
    // Where nothing can begin yet, it does not matter that origin cannot be asked.
    if (known?.state === 'failed' && !(await hasPolicy(opened.value, commit)))
      return { state: 'pending', branch: name };
    if (known !== null) return known;
    const begun = await publishFirst(opened.value, setUp);
    if (begun !== null) return begun;
  } finally {
    await opened.value.close();
  }
  return writeFirstEntry(folder, setUp, io);
}

async function journalOf(repository: Repository): Promise<JournalStart | null> {
  const git = everydayGit(repository.directory);
  const tip = await tipOfBranch(git, 'mergecast/control', await repository.hasOrigin());
  if (!tip.ok) return { state: 'failed', findings: tip.error };
  return tip.value === null ? null : { state: 'known' };
}

/** The first commit goes to an empty origin before the journal, or a forge would take the journal for the main branch. */
async function publishFirst(repository: Repository, setUp: SetUp): Promise<JournalStart | null> {
  const { commit, name } = await repository.defaultBranch();
  if (!(await hasPolicy(repository, commit))) return { state: 'pending', branch: name };
  if (setUp.commit !== null && (await repository.hasOrigin())) {
    const pushed = await pushFirst(repository.directory, name, setUp.commit);
    if (!pushed) return { state: 'pending', branch: `origin/${name}` };
  }
  return null;
}

async function hasPolicy(repository: Repository, commit: string | null): Promise<boolean> {
  return commit !== null && (await repository.at(commit).read('mergecast.yaml', 1 << 20)) !== null;
}

async function writeFirstEntry(folder: string, { repository }: SetUp, io: Io): Promise<JournalStart> {
  await ensureJournalKey(repository, 'live', io.env);
  const opened = await openEngine({ repo: folder }, io);
  if (!opened.ok) return { state: 'failed', findings: opened.error };
  try {
    const { engine } = opened.value;
    const written = await writeGenesis(engine);
    if (!written.ok) return { state: 'failed', findings: written.error };
    return { state: written.value, publicKey: engine.signer.publicKey };
  } finally {
    await opened.value.close();
  }
}
