import { describe, expect, it } from 'vitest';
import { success } from '../../core/result.ts';
import { personDirectory } from '../person-directory.ts';
import { authorsOfPull, type MadeBy } from './authors-of-pull.ts';
import { account, commit, factsForTest } from './facts-for-test.ts';

const directory = personDirectory({
  people: { ines: { name: 'Ines Roth', emails: ['ines@acme.example'], github: [2] } },
});
const person = (email: string, login?: string) => ({
  name: 'x',
  email,
  account: login === undefined ? null : account(login),
});
const authors = (commits: ReturnType<typeof commit>[], made: MadeBy = {}, forge: 'github' | 'gitea' = 'github') =>
  authorsOfPull(factsForTest([], { commits: success(commits), forge }), directory, made);

describe('who made a pull request', () => {
  it('is whoever opened it, pushed it, wrote, committed or helped with any commit', () => {
    const facts = factsForTest([], {
      commits: success([
        commit('dana'),
        commit('tom', { id: 'side', message: 'Add\n\nCo-authored-by: Z <zoe@acme.example>' }),
      ]),
      pushers: success([account('zoe')]),
    });
    const found = authorsOfPull(facts, directory, { proposedBy: 'Ines Roth <ines@acme.example>' });
    expect(found.authors).toEqual(
      expect.arrayContaining(['github:1', 'github:3', 'github:4', 'zoe@acme.example', 'ines@acme.example']),
    );
  });

  it('is also whom git finds and the forge left out', () => {
    const side = {
      id: 'side',
      message: 'Side',
      author: person('ines@acme.example'),
      committer: person('who@else.example'),
    };
    expect(authors([commit('dana')], { brought: [side] })).toMatchObject({
      authors: expect.arrayContaining(['ines@acme.example', 'who@else.example']) as unknown,
      unmatched: ['who@else.example'],
    });
    expect(authors([commit('dana', { id: 'side' })], { brought: [side] }).unmatched).toEqual([]);
  });

  it.each<[string, ReturnType<typeof person>, 'github' | 'gitea', readonly string[]]>([
    ['an address without an account', person('who@else.example'), 'github', ['who@else.example']],
    ['nothing at all', { name: '', email: '', account: null }, 'github', ['a commit without a name']],
    ['a listed address', person('INES@acme.example'), 'github', []],
    ['an account', person('anything@else.example', 'tom'), 'github', []],
    ['a private address with its number', person('77+new@users.noreply.github.com'), 'github', []],
    [
      'the same on another forge',
      person('77+new@users.noreply.github.com'),
      'gitea',
      ['77+new@users.noreply.github.com'],
    ],
    [
      'a private address without a number',
      person('new@users.noreply.github.com'),
      'github',
      ['new@users.noreply.github.com'],
    ],
    ['an address that only looks private', person('me@noreply.evil.example'), 'github', ['me@noreply.evil.example']],
    ["that of GitHub's pages as author", person('noreply@github.com'), 'github', ['noreply@github.com']],
  ])('may be anybody where a commit names %s', (_case, author, forge, unmatched) => {
    expect(authors([commit('dana', { author })], {}, forge).unmatched).toEqual(unmatched);
  });

  it("takes GitHub's pages as committer for whoever is the author", () => {
    const found = authors([commit('dana', { committer: person('noreply@github.com') })]);
    expect(found.unmatched).toEqual([]);
    expect(authors([commit('dana', { committer: person('noreply@github.com') })], {}, 'gitea').unmatched).toEqual([
      'noreply@github.com',
    ]);
  });

  it('reads who asked for it from the commits as well', () => {
    const message = 'Add\n\nProposed-by: ines@acme.example';
    expect(authors([commit('dana', { message })]).authors).toContain('ines@acme.example');
  });
});
