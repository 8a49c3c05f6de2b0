import { resolve } from 'node:path';
import type { AddedFile, JournalStore, PushOutcome, RefUpdate, StoredEntry } from '../../core/journal-port.ts';
import { ObjectReader } from './object-reader.ts';
import { pushRefs } from './push-refs.ts';
import { readCommit } from './read-commit.ts';
import { gitFields, gitText, runGit } from './run-git.ts';
import { writeObject } from './write-object.ts';
import { writeTree } from './write-tree.ts';

/** Where copies of origin's refs are kept; apart from branches, so that nobody checks them out by accident. */
const mirror = 'refs/mergecast/mirror/';

export interface StoreOptions {
  readonly directory: string;
  /** `origin`, or `.` for the repository itself: `git push .` refuses stale leases too. */
  readonly remote: 'origin' | '.';
  /** `refs/heads/mergecast/` or `refs/heads/mergecast-sandbox/`. */
  readonly prefix: string;
  /** Default branch to fetch along, where there is an origin. */
  readonly branch: string | null;
}

/** The journal in git: one commit per entry, compare-and-swap by `git push --atomic --force-with-lease`. */
export async function openJournalStore(options: StoreOptions): Promise<JournalStore & { close(): Promise<void> }> {
  const { directory, remote } = options;
  const reader = new ObjectReader(directory);
  const found = await gitText(['rev-parse', '--git-path', 'objects'], { directory });
  const objects = resolve(directory, found?.trim() ?? '');
  const local = (ref: string): string => (remote === '.' ? ref : ref.replace('refs/heads/', mirror));
  const url = remote === '.' ? null : await gitText(['config', '--get', 'remote.origin.url'], { directory });
  let pushes = 0;
  return {
    address: url?.trim() ?? objects,
    get pushes() {
      return pushes;
    },
    refresh: () => fetchAll(options),
    tips: (below) => readTips(directory, local(below)),
    chain: (tip, after) => readChain(reader, tip, after),
    write: (text, message, parent, files = []) => writeEntry({ reader, objects }, text, message, parent, files),
    push: async (updates: readonly RefUpdate[]): Promise<PushOutcome> => {
      pushes += 1;
      const outcome = await pushRefs({ directory, remote }, updates);
      if (outcome.is === 'ok' && remote !== '.') await follow(directory, updates, local);
      return outcome;
    },
    files: (commit, folder) => readFiles(directory, commit, folder),
    readFile: async (commit, path) => (await reader.read(`${commit}:${path}`))?.content?.toString('utf8') ?? null,
    close: () => reader.close(),
  };
}

async function readTips(directory: string, below: string): Promise<Map<string, string>> {
  const text = await gitText(['for-each-ref', '--format=%(objectname) %(refname)', below], { directory });
  const lines = (text ?? '').split('\n').filter(Boolean).map((line) => line.split(' ')); // prettier-ignore
  return new Map(lines.map(([id = '', ref = '']) => [ref.replace(mirror, 'refs/heads/'), id]));
}

async function readFiles(directory: string, commit: string, folder: string): Promise<Map<string, string>> {
  const lines = await gitFields(['ls-tree', '-r', '-z', '--full-tree', commit, '--', `${folder}/`], { directory });
  return new Map((lines ?? []).map((line) => [line.slice(line.indexOf('\t') + 1), line.split(/[ \t]/)[2] ?? '']));
}

async function writeEntry(
  { reader, objects }: { readonly reader: ObjectReader; readonly objects: string },
  text: string,
  message: string,
  parent: string | null,
  files: readonly AddedFile[],
): Promise<string> {
  const base = parent === null || files.length === 0 ? null : ((await readCommit(reader, parent))?.tree ?? null);
  const inherited = files.length === 0 && parent !== null ? await treeWithLogs(reader, parent) : base;
  const added = new Map([['entry.json', text], ...files.map((one) => [one.path, one.text] as const)]);
  return writeCommit(objects, await writeTree(objects, reader, inherited, added), parent, message);
}

/** A log commit without new files (MONTH) keeps the files of its parent; other chains hold `entry.json` alone. */
async function treeWithLogs(reader: ObjectReader, parent: string): Promise<string | null> {
  const logs = await reader.read(`${parent}:logs`);
  return logs === null ? null : ((await readCommit(reader, parent))?.tree ?? null);
}

async function writeCommit(objects: string, tree: string, parent: string | null, message: string): Promise<string> {
  // A fixed identity: who did what stands signed in the entry, not in a commit header that anyone can write.
  const who = `mergecast <mergecast@localhost> ${Math.floor(Date.now() / 1000)} +0000`;
  const lines = [`tree ${tree}`, ...(parent === null ? [] : [`parent ${parent}`]), `author ${who}`, `committer ${who}`];
  return writeObject(objects, 'commit', Buffer.from(`${lines.join('\n')}\n\n${message}\n`));
}

async function readChain(reader: ObjectReader, tip: string, after?: string): Promise<StoredEntry[] | null> {
  const entries: StoredEntry[] = [];
  for (let next: string | undefined = tip; next !== after;) {
    if (next === undefined) return null;
    const at: string = next;
    const [commit, object] = await Promise.all([readCommit(reader, at), reader.read(`${at}:entry.json`)]);
    if (commit === null) return null;
    entries.push({ commit: at, text: object?.content?.toString('utf8') ?? null });
    next = commit.parents[0];
    if (next === undefined && after === undefined) break;
  }
  return entries.reverse();
}

async function fetchAll(options: StoreOptions): Promise<{ ok: true } | { ok: false; why: string }> {
  const { directory, remote, prefix, branch } = options;
  const specs = [
    ...(branch === null ? [] : [`+refs/heads/${branch}:refs/remotes/origin/${branch}`]),
    ...(remote === '.' ? [] : [`+${prefix}*:${prefix.replace('refs/heads/', mirror)}*`]),
  ];
  if (specs.length === 0) return { ok: true };
  const answer = await runGit(
    [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--prune',
      '--no-recurse-submodules',
      'origin',
      ...specs,
    ],
    { directory, timeout: 60_000 },
  );
  if (answer.code === 0) return { ok: true };
  return { ok: false, why: answer.stderr.trim().split('\n').at(-1) ?? 'git fetch failed' };
}

/** Our copy of origin's refs after a won push, so that the next read needs no fetch. */
async function follow(directory: string, updates: readonly RefUpdate[], local: (ref: string) => string): Promise<void> {
  const input = updates.map(({ ref, next }) => `update ${local(ref)} ${next}\n`).join('');
  await runGit(['update-ref', '--stdin'], { directory, input });
}
