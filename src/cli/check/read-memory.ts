import { listNames, listRefs } from '../../adapters/git/list-refs.ts';
import type { Memory, RanBefore } from '../../check/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository, Tree } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Log } from '../../generated/types/log.ts';
import { logPath, refNames } from '../../journal/names.ts';
import { readReserved } from './read-reserved.ts';

/** Where copies of the journal's refs lie: the repository's own, what `git fetch` brings, what our own fetch keeps. */
const copies = ['refs/heads/mergecast/', 'refs/remotes/origin/mergecast/', 'refs/mergecast/mirror/'];
const { prefix } = refNames('live');

/** Longest sealed log that is read, in bytes. */
const longestLog = 64 * 1024 * 1024;

export interface LocalMemory extends Memory {
  /** Whether a copy of the log branch is here. */
  readonly hasLog: boolean;
}

/** The journal's refs on this machine, for `readMemory`; may be asked for while other things are read. */
export async function listMemory(repository: Repository): Promise<ReadonlyMap<string, string>> {
  const refs = await listRefs(repository.directory, copies);
  if (refs === null) throw new Error('the refs of the repository could not be listed');
  return refs;
}

/** What the repository on this machine knows of the live journal, without asking origin. */
export async function readMemory(
  repository: Repository,
  base: { readonly tree: Tree | null; readonly isChanged: (folder: string) => boolean },
  known?: ReadonlyMap<string, string>,
): Promise<LocalMemory> {
  const refs = known ?? (await listMemory(repository));
  const tips = (name: string): readonly string[] =>
    [...new Set(copies.map((copy) => refs.get(copy + name.slice(prefix.length))))].filter((tip) => tip !== undefined);
  const logs = tips(refNames('live').log);
  return {
    hasLog: logs.length > 0,
    ran: async (identity) => {
      for (const tip of logs) {
        const log = await findLog(repository, tip, identity);
        if (!log.ok) return log;
        if (log.value !== null) return success(await ranBefore(log.value, identity.folder, base));
      }
      return success(null);
    },
    reserved: (plan, executionId) => readReserved(repository, tips, plan, executionId),
  };
}

type Identity = Parameters<Memory['ran']>[0];

/** The sealed log of an identity, whichever brand it ran for. */
async function findLog(repository: Repository, tip: string, identity: Identity): Promise<Result<Log | null>> {
  const tree = repository.at(tip);
  const own = logPath(identity.brand, identity.id, identity.generation);
  if ((await repository.commit(tip)) === null) return failure([unreadable(tip, own)]);
  const brands = await brandsOf(repository, tip);
  const paths = brands.map((brand) => logPath(brand, identity.id, identity.generation));
  for (const path of [own, ...paths.filter((one) => one !== own)]) {
    const bytes = await tree.read(path, longestLog);
    if (bytes === null) continue;
    const log = parse(bytes);
    return log === null ? failure([unreadable(tip, path)]) : success(log);
  }
  return success(null);
}

const brandsAt = new WeakMap<Repository, Map<string, Promise<readonly string[]>>>();

/** Brands with sealed logs, asked for once per commit. */
function brandsOf(repository: Repository, tip: string): Promise<readonly string[]> {
  const byTip = brandsAt.get(repository) ?? new Map<string, Promise<readonly string[]>>();
  brandsAt.set(repository, byTip);
  const brands = byTip.get(tip) ?? listNames(repository.directory, tip, 'logs');
  byTip.set(tip, brands);
  return brands;
}

function parse(bytes: Uint8Array): Log | null {
  try {
    const log = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Log> | null;
    return typeof log?.digest === 'string' && typeof log.brand === 'string' ? (log as Log) : null;
  } catch {
    return null;
  }
}

async function ranBefore(
  log: Log,
  folder: string,
  base: { readonly tree: Tree | null; readonly isChanged: (folder: string) => boolean },
): Promise<RanBefore> {
  const isOnBase = base.tree !== null && !base.isChanged(folder);
  const isSameFolder = isOnBase && log.folder !== '' && (await base.tree?.folderId(folder)) === log.folder;
  return { digest: log.digest, brand: log.brand, isSameFolder };
}

function unreadable(tip: string, path: string) {
  return finding('journal/log-unreadable', { path, commit: tip });
}
