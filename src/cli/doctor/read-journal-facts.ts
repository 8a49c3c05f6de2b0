import { everydayGit, tipOfBranch } from '../../adapters/everyday-git/index.ts';
import { keyFolder, readJournalKey } from '../../adapters/keys/journal-keys.ts';
import type { Finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { readControl } from '../../execute/read-control.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { Io } from '../io.ts';
import type { JournalFacts } from './types.ts';

/** The live journal: whether it has begun, and what it says where its key is here. */
export async function readJournalFacts(repository: Repository, id: string | null, io: Io): Promise<JournalFacts> {
  const own = {
    keyFolder: id === null ? '' : keyFolder(id, io.env),
    hasKey: id !== null && (await readJournalKey(id, 'live', io.env)) !== null,
  };
  const git = everydayGit(repository.directory);
  const tip = await tipOfBranch(git, 'mergecast/control', await repository.hasOrigin());
  if (!tip.ok) {
    const unknown = { is: 'unknown', why: wordsOf(tip.error) } as const;
    return { begun: unknown, ...own, control: unknown };
  }
  const begun = { is: 'known', value: tip.value !== null } as const;
  if (tip.value === null) return { begun, ...own, control: { is: 'absent' } };
  if (!own.hasKey)
    return { begun, ...own, control: { is: 'unknown', why: 'The key of the live journal is not on this machine.' } };
  return { begun, ...own, control: await readState(repository, io) };
}

async function readState(repository: Repository, io: Io): Promise<JournalFacts['control']> {
  const opened = await openEngine({ repo: repository.directory }, io);
  if (!opened.ok) return { is: 'unknown', why: wordsOf(opened.error) };
  try {
    const { engine } = opened.value;
    const control = await readControl(engine);
    if (!control.ok) return { is: 'unknown', why: wordsOf(control.error) };
    const { base, frozen } = control.value;
    const { commit } = await engine.repository.defaultBranch();
    const isDescended = commit !== null && (await engine.repository.mergeBase(base, commit)) === base;
    return { is: 'known', value: { base, isDescended, frozen: frozen.map(({ scope }) => scope) } };
  } finally {
    await opened.value.close();
  }
}

function wordsOf(findings: readonly Finding[]): string {
  return findings.map(({ message }) => message).join(' ');
}
