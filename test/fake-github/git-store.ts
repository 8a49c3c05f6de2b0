import { execFileSync } from 'node:child_process';
import { readRefs } from './read-refs.ts';

export interface CommitFacts {
  sha: string;
  tree: string;
  parents: string[];
  author: { name: string; email: string; date: string };
  committer: { name: string; email: string; date: string };
  message: string;
}

export interface Signature {
  name: string;
  email: string;
}

/** What the web pages of GitHub commit as. */
export const webFlow: Signature = { name: 'GitHub', email: 'noreply@github.com' };

/** The bare repository below a fake GitHub, asked and written by git itself. */
export class GitStore {
  readonly folder: string;
  /** Commits that are known to be there: none ever goes. */
  private readonly met = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  git(args: readonly string[], options: { input?: string | Buffer; env?: Record<string, string> } = {}): string {
    const { PATH = '', HOME = '' } = process.env;
    const own = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
    return execFileSync('git', ['--git-dir', this.folder, ...args], {
      encoding: 'utf8',
      env: { PATH, HOME, ...own, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
      input: options.input ?? '',
    }).trimEnd();
  }

  /** Output, or null where git refuses. */
  attempt(...args: string[]): string | null {
    try {
      return this.git(args);
    } catch {
      return null;
    }
  }

  resolve(name: string): string | null {
    if (/^refs\/(?:heads|pull)\//.test(name)) return readRefs(this.folder, name).get(name) ?? null;
    if (/^[0-9a-f]{40}$/.test(name) && this.met.has(name)) return name;
    const found = this.find(name);
    if (found !== null) this.met.add(found);
    return found;
  }

  private find(name: string): string | null {
    return this.attempt('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  }

  /** Commits of branches by name. */
  branches(): Map<string, string> {
    const all = readRefs(this.folder, 'refs/heads/');
    return new Map([...all].map(([ref, sha]) => [ref.slice('refs/heads/'.length), sha]));
  }

  /** Commits of a range, oldest first. */
  log(range: readonly string[]): CommitFacts[] {
    const format = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x00%x01';
    const text = this.git(['log', '--reverse', '--topo-order', `--format=${format}`, ...range]);
    return text
      .split('\u0001')
      .filter((one) => one.trim() !== '')
      .map(readCommit);
  }

  commit(sha: string): CommitFacts | null {
    const found = this.resolve(sha);
    return found === null ? null : (this.log(['-1', found])[0] ?? null);
  }

  mergeBase(one: string, other: string): string | null {
    return this.attempt('merge-base', one, other);
  }

  /** Files between two commits as `status path`. */
  changes(from: string, to: string): { status: string; path: string; blob: string }[] {
    const text = this.git(['diff-tree', '-r', '-z', '--no-renames', '--no-commit-id', from, to]);
    const parts = text.split('\0');
    const files = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const [, , , blob = '', status = ''] = (parts[at] ?? '').split(' ');
      files.push({ status, path: parts[at + 1] ?? '', blob });
    }
    return files;
  }

  /** False where the ref is not where it was expected. */
  updateRef(ref: string, to: string, from?: string): boolean {
    return this.attempt('update-ref', ref, to, ...(from === undefined ? [] : [from])) !== null;
  }

  makeCommit(
    tree: string,
    parents: readonly string[],
    message: string,
    author: Signature,
    committer = webFlow,
    date?: string,
  ): string {
    // prettier-ignore
    const env = {
      GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email, GIT_COMMITTER_NAME: committer.name, GIT_COMMITTER_EMAIL: committer.email, ...(date && { GIT_AUTHOR_DATE: date }),
    }; // prettier-ignore
    return this.git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'], {
      env,
      input: message,
    });
  }

  /** Tree of a commit with some files written or (null) taken away. */
  treeWith(commit: string, files: ReadonlyMap<string, Buffer | null>): string {
    const env = { GIT_INDEX_FILE: `${this.folder}/fake-index-${process.pid}` };
    this.git(['read-tree', commit], { env });
    for (const [path, bytes] of files) {
      if (bytes === null) this.git(['update-index', '--force-remove', path], { env });
      else this.git(['update-index', '--add', '--cacheinfo', `100644,${this.git(['hash-object', '-w', '--stdin'], { input: bytes })},${path}`], { env }); // prettier-ignore
    }
    return this.git(['write-tree'], { env });
  }
}

function readCommit(text: string): CommitFacts {
  const [sha = '', tree = '', parents = '', an = '', ae = '', ad = '', cn = '', ce = '', cd = '', message = ''] = text.trimStart().split('\0'); // prettier-ignore
  return {
    sha,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name: an, email: ae, date: ad },
    committer: { name: cn, email: ce, date: cd },
    message: message.trimEnd(),
  };
}
