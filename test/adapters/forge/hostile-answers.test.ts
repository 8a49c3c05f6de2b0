import { describe, expect, it } from 'vitest';
import { readAccount } from '../../../src/adapters/forge/read/read-account.ts';
import { readComment } from '../../../src/adapters/forge/read/read-comment.ts';
import { readIssue } from '../../../src/adapters/forge/read/read-issue.ts';
import { readPullCommit } from '../../../src/adapters/forge/read/read-pull-commit.ts';
import { readPullRequest } from '../../../src/adapters/forge/read/read-pull-request.ts';
import { isReviewRequest, readReview } from '../../../src/adapters/forge/read/read-review.ts';
import { linkTo } from '../../../src/adapters/forge/link-to.ts';

const sha = 'a'.repeat(40);
const readers = { readAccount, readComment, readIssue, readPullCommit, readPullRequest, readReview, isReviewRequest };
const strange = [undefined, null, 0, 1n, '', 'x', [], {}, [[]], { id: '1' }, { id: 1e300, state: {} }, { user: [] }, JSON.parse('{"__proto__":{"id":1,"login":"x","state":"APPROVED"}}')] as const; // prettier-ignore

describe('answers that are not what they should be', () => {
  it.each(Object.entries(readers))('crash nothing in %s', (_, read) => {
    for (const value of strange) expect(read(value) || null).toBeNull();
  });

  it('leave a review without its account, time or commit', () => {
    expect(readReview({ id: 1, state: 'APPROVED', user: null, submitted_at: null, commit_id: null, body: null })).toEqual({ id: 1, url: '', account: null, state: 'approved', commit: null, body: '', at: null }); // prettier-ignore
    expect(readReview({ id: 1, state: 'pending', submitted_at: '2027-01-01T00:00:00Z', user: { id: 7, login: 'x', type: 'User' } })).toMatchObject({ state: 'pending', at: null }); // prettier-ignore
    expect(readReview({ id: 1, state: 'APPROVED_BY_MAGIC' })).toBeNull();
    expect(readReview({ id: 1, state: 'constructor' })).toBeNull();
  });

  it('tell dismissed reviews of both forges', () => {
    expect(readReview({ id: 1, state: 'DISMISSED' })).toMatchObject({ state: 'dismissed' });
    expect(readReview({ id: 1, state: 'APPROVED', dismissed: true })).toMatchObject({ state: 'dismissed', dismissed: 'approved' }); // prettier-ignore
    expect(readReview({ id: 1, state: 'REQUEST_CHANGES', dismissed: false })).toMatchObject({ state: 'changes-requested' }); // prettier-ignore
    expect(isReviewRequest({ state: 'REQUEST_REVIEW', user: null })).toBe(true);
  });

  it('make nobody of deleted accounts and bots of automatic ones', () => {
    expect(readAccount({ id: -1, login: 'Ghost' })).toEqual({ id: null, login: 'Ghost', kind: 'unknown' });
    expect(readAccount({ id: 10_137, login: 'ghost', type: 'User' })).toMatchObject({ id: null });
    expect(readAccount({ id: -2, login: 'gitea-actions' })).toEqual({ id: -2, login: 'gitea-actions', kind: 'bot' });
    expect(readAccount({ id: '7', login: 'x' })).toMatchObject({ id: null });
  });

  it('give no commit that is none, no link that is a script, and no trial merge', () => {
    const pull = { number: 1, state: 'open', html_url: 'javascript:alert(1)', user: null, merge_commit_sha: sha, base: { ref: 'main', sha, repo: { id: 1 } }, head: { ref: '--upload-pack=x', sha, repo: null } }; // prettier-ignore
    expect(readPullRequest(pull)).toMatchObject({ url: '', author: { id: null }, mergeCommit: null, isFork: true });
    expect(readPullRequest({ ...pull, state: 'closed', merged_at: 'x' })).toMatchObject({ state: 'merged', mergeCommit: sha }); // prettier-ignore
    for (const bad of ['HEAD', sha.slice(1), sha.toUpperCase(), `${sha}\n`]) expect(readPullRequest({ ...pull, head: { ref: 'x', sha: bad } })).toBeNull(); // prettier-ignore
  });
});

describe('links', () => {
  const of = (kind: 'github' | 'gitea', api: string) => ({ kind, api, owner: 'acme', name: 'shop' });

  it.each([
    [of('github', 'https://api.github.com'), 'https://github.com/acme/shop/blob/a/x%20y/%C3%BC.md?plain=1#L3'],
    [of('github', 'https://api.acme.ghe.com/'), 'https://acme.ghe.com/acme/shop/blob/a/x%20y/%C3%BC.md?plain=1#L3'],
    [of('github', 'https://git.acme.example/api/v3'), 'https://git.acme.example/acme/shop/blob/a/x%20y/%C3%BC.md?plain=1#L3'], // prettier-ignore
    [of('gitea', 'https://acme.example/git/api/v1'), 'https://acme.example/git/acme/shop/src/commit/a/x%20y/%C3%BC.md?display=source#L3'], // prettier-ignore
  ])('of %j show the line', (address, url) => expect(linkTo(address, 'a', 'x y/ü.md', 3)).toBe(url));

  it('without a line show the file as it is', () =>
    expect(linkTo(of('github', 'https://api.github.com'), 'a', 'x.md')).toBe('https://github.com/acme/shop/blob/a/x.md')); // prettier-ignore
});
