import type { Answer, Issue, IssueComment, Part } from '../types.ts';
import type { World } from '../world.ts';
import { showAccount } from './show-account.ts';

export function showIssue(world: World, issue: Issue): Part<Answer<'issues', 'get'>> {
  const kind = issue.pull === null ? 'issues' : 'pull';
  const html_url = `${world.origin}/${world.owner}/${world.name}/${kind}/${issue.number}`;
  return {
    id: issue.id,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    html_url,
    user: showAccount(world, issue.user),
    labels: issue.labels.map((name) => showLabel(world, name)),
    comments: world.comments.filter((comment) => comment.issue === issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.state === 'closed' ? issue.updatedAt : null,
    ...(issue.pull !== null && { pull_request: { html_url, merged_at: issue.pull.mergedAt } }),
  };
}

export function showLabel(world: World, name: string): Part<Answer<'issues', 'getLabel'>> {
  const label = world.labels.get(name.toLowerCase());
  return { id: label?.id ?? 0, name: label?.name ?? name, color: label?.color ?? 'ededed', description: label?.description ?? null, default: false }; // prettier-ignore
}

export function showComment(world: World, comment: IssueComment): Part<Answer<'issues', 'getComment'>> {
  const kind = world.issues.get(comment.issue)?.pull ? 'pull' : 'issues';
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    html_url: `${world.origin}/${world.owner}/${world.name}/${kind}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${world.origin}/repos/${world.owner}/${world.name}/issues/${comment.issue}`,
    body: comment.body,
    user: showAccount(world, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'MEMBER',
  };
}
