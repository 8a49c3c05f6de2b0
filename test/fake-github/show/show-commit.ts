import type { CommitFacts } from '../git-store.ts';
import type { Answer, CheckRun, Part } from '../types.ts';
import { actionsApp, type World } from '../world.ts';
import { showAccount } from './show-account.ts';

/** A commit with the accounts that its addresses belong to. */
export function showCommit(world: World, commit: CommitFacts): Part<Answer<'repos', 'getCommit'>> {
  const [author, committer] = [commit.author, commit.committer].map(({ email }) => world.byEmail(email)?.id ?? null);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    html_url: `${world.origin}/${world.owner}/${world.name}/commit/${commit.sha}`,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree },
      verification: { verified: commit.committer.email === 'noreply@github.com', reason: 'unsigned', signature: null, payload: null }, // prettier-ignore
    },
    author: showAccount(world, author ?? null),
    committer: showAccount(world, committer ?? null),
    parents: commit.parents.map((sha) => ({ sha, url: `${world.origin}/commit/${sha}` })),
  };
}

const statuses: Readonly<Record<string, Answer<'pulls', 'listFiles'>[number]['status']>> = { A: 'added', M: 'modified', D: 'removed', T: 'changed' }; // prettier-ignore

export function showFile(file: {
  status: string;
  path: string;
  blob: string;
}): Part<Answer<'pulls', 'listFiles'>[number]> {
  return { filename: file.path, status: statuses[file.status] ?? 'modified', sha: file.blob, additions: 1, deletions: 0, changes: 1 }; // prettier-ignore
}

export function showCheck(world: World, run: CheckRun): Part<Answer<'checks', 'get'>> {
  return {
    id: run.id,
    name: run.name,
    head_sha: run.sha,
    status: run.status as Answer<'checks', 'get'>['status'],
    conclusion: run.conclusion as Answer<'checks', 'get'>['conclusion'],
    html_url: `${world.origin}/${world.owner}/${world.name}/runs/${run.id}`,
    details_url: run.detailsUrl,
    output: { title: run.title, summary: run.summary, text: run.text, annotations_count: run.annotations.length },
    app: { id: run.app, slug: run.app === actionsApp ? 'github-actions' : 'app', name: 'GitHub Actions' },
  };
}
