import { describe, expect, it } from 'vitest';
import { finding } from '../../core/finding.ts';
import { failure, success } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { evaluateApprovals } from '../evaluate-approvals.ts';
import { planForTest } from '../plan-for-test.ts';
import { evidenceOfReviews } from './evidence-of-reviews.ts';
import { account, commit, factsForTest, review } from './facts-for-test.ts';
import type { ReviewFacts } from './types.ts';

const digest = `mc1:sha256:${'1'.repeat(64)}`;
const policy: Policy = {
  version: 1,
  repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
  people: {
    ines: { name: 'Ines Roth', emails: ['ines@acme.example'], github: [2, 22] },
    tom: { name: 'Tom Berg', github: [3] },
  },
  bots: ['github:77'],
  groups: { marketing: ['ines', 'tom', 'team:acme/brand'] },
  approvals: { rules: [{ name: 'Brand', count: 1, from: ['marketing'] }] },
};
const unread = {
  rate: failure([finding('forge/rate-limited', { what: 'reading reviews', until: 'later' })]),
};

type Plans = Parameters<typeof planForTest>[0];

async function judge(
  facts: ReviewFacts,
  change: Partial<Policy> = {},
  plan: Plans = {},
  digests: Record<string, string | null> = {},
) {
  const used = { ...policy, ...change };
  const digestAt = ({ commit: at }: { commit: string }): Promise<string | null> =>
    Promise.resolve(at in digests ? (digests[at] ?? null) : digest);
  const evidence = await evidenceOfReviews(facts, { policy: used, defaultBranch: 'main', digestAt });
  const now = new Date('2027-03-02T12:00:00Z');
  const verdict = evaluateApprovals({
    plan: planForTest({ digest, ...plan }),
    policy: used,
    ...evidence,
    now,
    world: 'live',
  });
  return { ...verdict, evidence };
}

const ignored = (verdict: Awaited<ReturnType<typeof judge>>): string =>
  verdict.ignored.map(({ who, why }) => `${who}: ${why}`).join('\n');
const none: Partial<Policy> = { groups: {}, approvals: { rules: [] } };

describe('a review counts', () => {
  it('of somebody whom the policy lists, with the name that it gives', async () => {
    const verdict = await judge(factsForTest([review('ines', 'approved')]));
    expect(verdict).toMatchObject({
      approved: true,
      counted: [{ who: 'Ines Roth', email: 'github:2', trust: 'review', rules: ['Brand'] }],
    });
  });

  it('under a second account of the same person, and once', async () => {
    const second = review('ines', 'approved', { account: account('ines-private', { id: 22 }) });
    const verdict = await judge(factsForTest([review('ines', 'approved'), second]));
    expect(verdict.counted).toHaveLength(1);
    expect(ignored(verdict)).toContain('approved again. It counts once');
  });

  it('on another commit with the very same content, also after it went away and came back', async () => {
    expect((await judge(factsForTest([review('ines', 'approved', { commit: 'older' })]))).approved).toBe(true);
  });

  it('of a member of a team that the policy names', async () => {
    const teams = new Map([['acme/brand', success([account('zoe')])]]);
    expect((await judge(factsForTest([review('zoe', 'approved')], { teams }))).approved).toBe(true);
  });

  it('with read or triage rights, where the policy lists the account', async () => {
    const permissions = new Map([[2, success('read' as const)]]);
    expect((await judge(factsForTest([review('ines', 'approved')], { permissions }))).approved).toBe(true);
  });

  it('of anybody who may write, where the policy asks for nobody in particular', async () => {
    const permissions = new Map([[4, success('write' as const)]]);
    expect((await judge(factsForTest([review('zoe', 'approved')], { permissions }), none)).approved).toBe(true);
  });
});

describe('a review does not count, with its reason', () => {
  const approved = review('ines', 'approved');
  it.each<[string, ReviewFacts, RegExp, Partial<Policy>?]>([
    [
      'of the author',
      factsForTest([review('dana', 'approved')]),
      /dana: wrote part of it/,
      { groups: { marketing: ['github:1'] } },
    ],
    [
      'of a committer',
      factsForTest([approved], {
        commits: success([
          commit('dana', { committer: { name: 'x', email: 'x@y.example', account: account('ines') } }),
        ]),
      }),
      /Ines Roth: wrote part/,
    ],
    [
      'of a co-author by a listed address',
      factsForTest([approved], {
        commits: success([commit('dana', { message: 'Add\n\nCo-authored-by: I <INES@acme.example>\n\nMore' })]),
      }),
      /wrote part/,
    ],
    [
      'of a co-author by the private address of an account',
      factsForTest([approved], {
        commits: success([commit('dana', { message: 'Add\n\nCo-authored-by: I <22+ines@users.noreply.github.com>' })]),
      }),
      /wrote part/,
    ],
    ['of a pusher under another name', factsForTest([approved], { pushers: success([account('ines')]) }), /wrote part/],
    [
      'of an author under another account',
      factsForTest([approved], {
        commits: success([
          commit('dana', { author: { name: 'i', email: 'a@b.example', account: account('i', { id: 22 }) } }),
        ]),
      }),
      /wrote part/,
    ],
    [
      'of whoever pushed to a pull request of a bot',
      {
        ...factsForTest([approved], { commits: success([commit('ines')]) }),
        pull: { ...factsForTest([]).pull, author: account('robot') },
      },
      /wrote part/,
    ],
    ['of a bot', factsForTest([review('robot', 'approved')]), /robot: a machine account/],
    [
      'of an account that the policy calls a machine',
      factsForTest([review('x', 'approved', { account: account('x', { id: 77 }) })]),
      /machine/,
    ],
    [
      'of the automatic user of Gitea',
      factsForTest([review('x', 'approved', { account: account('gitea-actions', { id: -2, kind: 'unknown' }) })]),
      /machine/,
    ],
    [
      'of a deleted account',
      factsForTest([review('x', 'approved', { account: null })]),
      /deleted account: the account was deleted/,
    ],
    ['that was dismissed', factsForTest([review('ines', 'dismissed')]), /was dismissed/],
    [
      'whose successor was dismissed',
      factsForTest([approved, review('ines', 'dismissed', { dismissed: 'changes-requested' })]),
      /does not come back/,
    ],
    [
      'that the same person took back',
      factsForTest([approved, review('ines', 'changes-requested')]),
      /asked for changes afterwards/,
    ],
    [
      'of a stranger',
      factsForTest([review('zoe', 'approved')], { permissions: new Map([[4, success('admin' as const)]]) }),
      /zoe: not in marketing/,
    ],
    [
      'of a reader whom nobody lists',
      factsForTest([review('zoe', 'approved')], { permissions: new Map([[4, success('read' as const)]]) }),
      /may only read here/,
      none,
    ],
    [
      'of somebody whose rights cannot be read',
      factsForTest([review('zoe', 'approved')], { permissions: new Map([[4, unread.rate]]) }),
      /could not be read, and the policy does not list/,
      none,
    ],
    [
      'of somebody who lost all access',
      factsForTest([approved], { permissions: new Map([[2, success('none' as const)]]) }),
      /no access to the repository any more/,
    ],
    [
      'of somebody who left the team',
      factsForTest([review('zoe', 'approved')], { teams: new Map([['acme/brand', success([account('tom')])]]) }),
      /not in marketing/,
    ],
    ['that has no time', factsForTest([review('ines', 'approved', { at: null })]), /not submitted/],
  ])('%s', async (_case, facts, why, change) => {
    const verdict = await judge(facts, change);
    expect(verdict.approved).toBe(false);
    expect(verdict.counted).toEqual([]);
    expect(ignored(verdict)).toMatch(why);
  });

  it('of other content, naming both digests', async () => {
    const verdict = await judge(factsForTest([approved]), {}, {}, { head: `mc1:sha256:${'2'.repeat(64)}` });
    expect(ignored(verdict)).toMatch(/approved other content: mc1:sha256:2+, now it is mc1:sha256:1+/);
  });

  it('of a commit that is gone', async () => {
    expect(ignored(await judge(factsForTest([approved]), {}, {}, { head: null }))).toMatch(
      /does not hold this execution/,
    );
  });

  it('while pending or as a comment: it is no approval at all', async () => {
    const verdict = await judge(factsForTest([review('ines', 'pending', { at: null }), review('ines', 'commented')]));
    expect(verdict).toMatchObject({ approved: false, counted: [], ignored: [] });
  });

  it('by a name that somebody took over: accounts are told apart by number', async () => {
    const verdict = await judge(factsForTest([review('ines', 'approved', { account: account('ines', { id: 500 }) })]));
    expect(verdict.counted).toEqual([]);
  });
});

describe('what stands against every approval', () => {
  it.each<[string, ReviewFacts, string]>([
    [
      'a change request',
      factsForTest([review('ines', 'approved'), review('tom', 'changes-requested')]),
      'approval/changes-requested',
    ],
    [
      'a change request followed by a comment',
      factsForTest([review('ines', 'approved'), review('tom', 'changes-requested'), review('tom', 'commented')]),
      'approval/changes-requested',
    ],
    [
      'a change request of somebody whose rights are unknown',
      factsForTest([review('ines', 'approved'), review('zoe', 'changes-requested')], {
        permissions: new Map([[4, unread.rate]]),
      }),
      'approval/changes-requested',
    ],
    [
      'another base branch',
      {
        ...factsForTest([review('ines', 'approved')]),
        pull: { ...factsForTest([]).pull, base: { branch: 'release', commit: 'b' } },
      },
      'approval/other-base',
    ],
    ['reviews that cannot be read', factsForTest([], { reviews: unread.rate }), 'forge/rate-limited'],
    [
      'commits that cannot be read',
      factsForTest([review('ines', 'approved')], { commits: unread.rate }),
      'forge/rate-limited',
    ],
    [
      'pushers that cannot be read',
      factsForTest([review('ines', 'approved')], { pushers: unread.rate }),
      'forge/rate-limited',
    ],
  ])('%s', async (_case, facts, code) => {
    const verdict = await judge(facts);
    expect(verdict.approved).toBe(false);
    expect(verdict.findings.map((one) => one.code)).toContain(code);
  });

  it('not the change request of a stranger, nor one that was withdrawn or dismissed', async () => {
    const stranger = factsForTest([review('ines', 'approved'), review('zoe', 'changes-requested')], {
      permissions: new Map([[4, success('read' as const)]]),
    });
    expect((await judge(stranger)).approved).toBe(true);
    expect((await judge(factsForTest([review('tom', 'changes-requested'), review('tom', 'approved')]))).approved).toBe(
      true,
    );
    expect(
      (
        await judge(
          factsForTest([review('tom', 'dismissed', { dismissed: 'changes-requested' }), review('ines', 'approved')]),
        )
      ).approved,
    ).toBe(true);
  });

  it('a team that could not be read is no empty team', async () => {
    const verdict = await judge(
      factsForTest([review('zoe', 'approved')], { teams: new Map([['acme/brand', unread.rate]]) }),
    );
    expect(verdict.findings.map(({ code }) => code)).toContain('approval/team-unreadable');
  });
});

describe('what a review has to say', () => {
  const asking: Partial<Policy> = {
    approvals: {
      rules: [
        {
          name: 'Legal',
          count: 1,
          from: ['marketing'],
          questions: [{ id: 'claim', ask: 'Is it proven?' }],
          client: true,
        },
      ],
    },
  };
  const says = (body: string) => factsForTest([review('ines', 'approved', { body })]);

  it("answers and the client's word, beside the approval and never instead", async () => {
    const open = await judge(says('Fine!'), asking);
    expect(open.missing.map(({ rule }) => rule)).toEqual([
      'Legal: Is it proven? (Answer claim: ...)',
      "Legal: the client's word (Client: who, how and when)",
    ]);
    const answered = await judge(
      says('Fine!\nAnswer claim: yes, study 4\nClient: Jo Doe, by e-mail of 3 March'),
      asking,
    );
    expect(answered).toMatchObject({
      approved: true,
      counted: [{ answers: { claim: 'yes, study 4' }, client: 'Jo Doe, by e-mail of 3 March' }],
    });
    expect(
      (await judge(factsForTest([review('ines', 'commented', { body: 'Answer claim: yes\nClient: Jo' })]), asking))
        .approved,
    ).toBe(false);
  });

  it.each([
    ['quoted', '> Answer claim: yes\n> Client: Jo'],
    ['in code', '```\nAnswer claim: yes\nClient: Jo\n```'],
    ['stated twice in two ways', 'Answer claim: yes\nAnswer claim: no\nClient: Jo'],
    ['in the middle of a line', 'I think Answer claim: yes\nClient: Jo'],
  ])('not what is %s', async (_case, body) => {
    expect((await judge(says(body), asking)).missing.length).toBeGreaterThan(0);
  });

  it('the digest, where the policy wants a proof', async () => {
    const proof: Partial<Policy> = { approvals: { ...policy.approvals, 'checklist-proof': { high: 'review' } } };
    expect(ignored(await judge(says('Looks good'), proof, { risk: 'high' }))).toContain(`Digest: ${digest}`);
    expect((await judge(says(`Digest: ${digest}`), proof, { risk: 'high' })).approved).toBe(true);
    expect((await judge(says('Looks good'), proof, { risk: 'medium' })).approved).toBe(true);
  });

  it('nobody can be told from an unknown author at high risk, unless their addresses are listed', async () => {
    const commits = success([commit('dana', { author: { name: '?', email: 'who@else.example', account: null } })]);
    const facts = (login: string) => factsForTest([review(login, 'approved')], { commits });
    expect(ignored(await judge(facts('tom'), {}, { risk: 'high' }))).toContain(
      'who@else.example belongs to no known account',
    );
    expect((await judge(facts('ines'), {}, { risk: 'high' })).approved).toBe(true);
    const medium = await judge(facts('tom'), {}, { risk: 'medium' });
    expect(medium.approved).toBe(true);
    expect(medium.findings.map(({ code }) => code)).toContain('approval/unmatched-author');
  });
});
