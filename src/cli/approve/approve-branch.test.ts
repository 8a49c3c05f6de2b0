import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitFixture } from '../../../test/support/git-fixture.ts';
import { findApprovals } from '../../adapters/forge-local/index.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import { planForTest } from '../../authorize/plan-for-test.ts';
import { hashOf } from '../../core/canonical.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { success } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { approveBranch, type ApproveInput } from './approve-branch.ts';

const spring = 'executions/acme/2027-03/spring';
const ulid = '01JD8Q6C9V5Y3M7R2T4W8X0ZAB';
const policy: Policy = {
  version: 1,
  repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
  sandbox: { 'self-approval': false },
};

let fixture: GitFixture;
let repository: Repository;

/** Stands in for `check`: the digest covers all files of a folder, BLOCK in a text blocks, SPEND spends. */
async function review(tree: string, _base: string, folders: readonly string[]) {
  const executions = await Promise.all(
    folders.map(async (path) => {
      const entries = await repository.at(tree).list(path);
      const text = fixture.git('show', `${tree}:${path}/execution.yaml`);
      const spend = text.includes('SPEND') ? [{ spend: { total: { minor: 1_250_000, currency: 'EUR' } } }] : [{}];
      const digest = `mc1:sha256:${hashOf(entries.map(({ object }) => object))}`;
      const plan = planForTest({ digest, steps: spend });
      return {
        path,
        executionId: hashOf(text.match(/id: (\w+)/)?.[1]),
        digest,
        plan,
        ceiling: { minor: 1_000_000, currency: 'EUR' },
        markets: [],
        text,
      };
    }),
  );
  const findings = executions
    .filter(({ text }) => text.includes('BLOCK'))
    .map(() => finding('command/not-set-up', { folder: '.' }));
  return { executions, findings };
}

const approve = (branch: string, change: Partial<ApproveInput> = {}) =>
  approveBranch(repository, { branch, review, policyAt: async () => success(policy), ...change });

async function codes(result: ReturnType<typeof approve>): Promise<string[]> {
  const answer = await result;
  return answer.ok ? ['approved'] : answer.error.map(({ code }) => code);
}

async function start(options: { origin?: boolean } = {}): Promise<void> {
  fixture = new GitFixture(options);
  fixture.commit('Begin', { 'README.md': 'hello\n', 'mergecast.yaml': 'version: 1\n' });
  if (options.origin === true) fixture.git('push', '-q', 'origin', 'main');
  propose('work', { [`${spring}/execution.yaml`]: `id: ${ulid}\n`, [`${spring}/blog.md`]: 'Hello\n' });
  const opened = await openRepository(fixture.folder);
  if (!opened.ok) throw new Error('no repository');
  repository = opened.value;
}

function propose(branch: string, files: Readonly<Record<string, string>>): void {
  fixture.become('dana');
  fixture.git('checkout', '-q', '-b', branch, 'main');
  fixture.commit('Propose', files);
  if (fixture.git('remote') !== '') fixture.git('push', '-q', 'origin', branch);
  fixture.git('checkout', '-q', 'main');
  fixture.become('ines');
}

afterEach(async () => {
  await repository.close();
  fixture.remove();
});

describe('approve without origin', () => {
  beforeEach(() => start());

  it('merges, names who and what, and refreshes the clean work tree', async () => {
    const before = fixture.git('rev-parse', 'main');
    const result = await approve('work');
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { merge, approved, trust, warnings } = result.value;
    expect(trust).toBe('on-trust');
    expect(warnings.map(({ code }) => code)).toEqual(['approval/on-trust']);
    expect(fixture.git('rev-parse', 'main', 'main^1', 'main^2').split('\n')).toEqual([
      merge,
      before,
      fixture.git('rev-parse', 'work'),
    ]);
    expect(fixture.git('log', '-1', '--format=%B')).toBe(
      [
        `Merge execution ${spring}`, '', 'Approved in exactly the content that the digest names.', '',
        'Approved-by: ines <ines@acme.example>', `Mergecast-Digest: ${approved[0]?.executionId} ${approved[0]?.digest}`, 'Mergecast-Log-Head: none',
      ].join('\n'), // prettier-ignore
    );
    expect(fixture.git('status', '--porcelain')).toBe('');
    expect(fixture.read(`${spring}/blog.md`)).toBe('Hello\n');
    const found = await findApprovals(repository, merge, approved[0]?.executionId ?? '', { id: ulid });
    expect(found).toMatchObject({
      authors: ['dana@acme.example'],
      candidates: [{ who: 'ines', email: 'ines@acme.example', trust: 'on-trust' }],
    });
  });

  it('moves the branch alone where another one is checked out', async () => {
    fixture.git('checkout', '-q', '-b', 'elsewhere');
    fixture.write('README.md', 'my own work\n');
    expect(await codes(approve('work'))).toEqual(['approved']);
    expect(fixture.git('cat-file', '-t', `main:${spring}/blog.md`)).toBe('blob');
    expect(fixture.read('README.md')).toBe('my own work\n');
  });

  it('accepts the untracked files that the proposal left behind, but no others in their place', async () => {
    fixture.write(`${spring}/execution.yaml`, `id: ${ulid}\n`);
    fixture.write('notes.txt', 'mine\n');
    fixture.write(`${spring}/blog.md`, 'Not what was proposed\n');
    expect(await codes(approve('work'))).toEqual(['approval/dirty-work-tree']);
    expect(fixture.read(`${spring}/blog.md`)).toBe('Not what was proposed\n');
    fixture.write(`${spring}/blog.md`, 'Hello\n');
    expect(await codes(approve('work'))).toEqual(['approved']);
    expect(fixture.git('status', '--porcelain')).toBe('?? notes.txt');
  });

  it('accepts changes that are exactly what is approved, but none that are staged in another form', async () => {
    expect(await codes(approve('work'))).toEqual(['approved']);
    propose('more', { [`${spring}/blog.md`]: 'Second edition\n' });
    fixture.write(`${spring}/blog.md`, 'Staged\n');
    fixture.git('add', spring);
    fixture.write(`${spring}/blog.md`, 'Second edition\n');
    expect(await codes(approve('more'))).toEqual(['approval/dirty-work-tree']);
    fixture.git('reset', '-q');
    expect(await codes(approve('more'))).toEqual(['approved']);
    expect(fixture.git('status', '--porcelain')).toBe('');
  });

  it('refuses a changed work tree before it does anything', async () => {
    const before = fixture.git('rev-parse', 'main');
    fixture.write('README.md', 'changed\n');
    expect(await codes(approve('work'))).toEqual(['approval/dirty-work-tree']);
    expect(fixture.git('rev-parse', 'main')).toBe(before);
    expect(fixture.read('README.md')).toBe('changed\n');
    expect(fixture.read(`${spring}/blog.md`)).toBeNull();
  });

  it('approves again what is on the default branch already, brought by a merge or pushed directly', async () => {
    fixture.git('merge', '-q', '--no-ff', '-m', 'Merge without approval', 'work');
    for (const message of ['One', 'Two', 'Three']) fixture.commit(message, { 'README.md': `${message}\n` });
    const tree = fixture.git('rev-parse', 'main^{tree}');
    const result = await approve('work');
    expect(result.ok && result.value.approved).toHaveLength(1);
    expect(fixture.git('rev-parse', 'main^{tree}')).toBe(tree);
    propose('direct', { 'executions/acme/2027-04/summer/execution.yaml': 'id: summer\n' });
    fixture.git('merge', '-q', '--ff-only', 'direct');
    fixture.commit('Later', { 'README.md': 'later\n' });
    fixture.become('tom');
    expect(await codes(approve('direct'))).toEqual(['approved']);
    expect(fixture.git('log', '-1', '--format=%s')).toBe('Merge execution executions/acme/2027-04/summer');
  });

  it('approves the very tip of the default branch', async () => {
    fixture.become('dana');
    fixture.commit('Directly', { [`${spring}/execution.yaml`]: `id: ${ulid}\n` });
    fixture.git('branch', 'tip');
    expect(await codes(approve('tip'))).toEqual(['approval/self-approval-refused']);
    fixture.become('tom');
    const result = await approve('tip');
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const [one] = result.value.approved;
    const found = await findApprovals(repository, result.value.merge, one?.executionId ?? '', { id: ulid });
    expect(found).toMatchObject({ authors: ['dana@acme.example'], candidates: [{ who: 'tom' }] });
  });

  it('a second person approves the same branch', async () => {
    expect(await codes(approve('work'))).toEqual(['approved']);
    fixture.become('tom');
    const second = await approve('work');
    if (!second.ok) throw new Error(JSON.stringify(second.error));
    const found = await findApprovals(repository, second.value.merge, second.value.approved[0]?.executionId ?? '', {
      id: ulid,
    });
    expect(found.candidates.map(({ who }) => who)).toEqual(['tom', 'ines']);
    expect(found.authors).toEqual(['dana@acme.example']);
  });

  it.each<[string, () => void, string]>([
    [
      'a check that blocks',
      () => propose('bad', { [`${spring}/execution.yaml`]: 'id: x BLOCK\n' }),
      'command/not-set-up',
    ],
    [
      'rules and executions at once',
      () => propose('bad', { [`${spring}/execution.yaml`]: 'id: x\n', 'mergecast.yaml': 'version: 2\n' }),
      'control-plane/mixed',
    ],
    ['rules alone', () => propose('bad', { 'brands/acme/connections.yaml': 'version: 1\n' }), 'control-plane/only'],
    ['no execution', () => propose('bad', { 'README.md': 'other\n' }), 'approval/nothing-to-approve'],
    [
      'a conflict',
      () => {
        propose('bad', { [`${spring}/execution.yaml`]: 'id: x\n', 'README.md': 'one\n' });
        fixture.commit('Two', { 'README.md': 'two\n' });
      },
      'approval/merge-conflict',
    ],
    [
      'content that the merge changes',
      () => {
        fixture.commit('Long text', {
          [`${spring}/execution.yaml`]: 'id: x\na: 1\nb: 1\nc: 1\nd: 1\ne: 1\n',
        });
        propose('bad', { [`${spring}/execution.yaml`]: 'id: x\na: 2\nb: 1\nc: 1\nd: 1\ne: 1\n' });
        fixture.commit('Other line', {
          [`${spring}/execution.yaml`]: 'id: x\na: 1\nb: 1\nc: 1\nd: 1\ne: 2\n',
        });
      },
      'approval/merged-content-differs',
    ],
    ['a branch that is not there', () => undefined, 'git/unknown-reference'],
  ])('refuses %s', async (_case, arrange, code) => {
    arrange();
    const before = fixture.git('rev-parse', 'main');
    expect(await codes(approve('bad'))).toEqual([code]);
    expect(fixture.git('rev-parse', 'main')).toBe(before);
    expect(fixture.git('status', '--porcelain')).toBe('');
  });

  it('refuses the default branch itself', async () =>
    expect(await codes(approve('main'))).toEqual(['approval/is-default-branch']));

  it('lets an execution bring its evidence along', async () => {
    propose('proof', {
      [`${spring}/execution.yaml`]: 'id: x\n',
      'brands/acme/evidence/opt-in.yaml': 'version: 1\n',
    });
    expect(await codes(approve('proof'))).toEqual(['approved']);
  });

  it('refuses authors, unless the policy lets them try in the sandbox, and then says so', async () => {
    fixture.become('dana');
    expect(await codes(approve('work'))).toEqual(['approval/self-approval-refused']);
    const own = await approve('work', {
      policyAt: async () => success({ ...policy, sandbox: { 'self-approval': true } }),
    });
    expect(own.ok && own.value.warnings.map(({ code }) => code)).toEqual([
      'approval/self-approval',
      'approval/on-trust',
    ]);
  });

  it('refuses an approver whom no rule asks for', async () => {
    const asked: Policy = {
      ...policy,
      groups: { legal: ['tom@acme.example'] },
      approvals: { rules: [{ name: 'Legal', count: 1, from: ['legal'] }] },
    };
    expect(await codes(approve('work', { policyAt: async () => success(asked) }))).toEqual([
      'approval/would-not-count',
    ]);
  });

  it('refuses what has run already with other content', async () => {
    const lookUp = async () => [finding('command/not-set-up', { folder: 'ran' })];
    expect(await codes(approve('work', { lookUp }))).toEqual(['command/not-set-up']);
  });

  it('asks for a name', async () => {
    fixture.git('config', '--global', '--remove-section', 'user');
    expect(await codes(approve('work'))).toEqual(['approval/no-user']);
  });

  it('asks for exactly the amount that lies above the ceiling', async () => {
    propose('spend', { [`${spring}/execution.yaml`]: 'id: x SPEND\n' });
    expect(await codes(approve('spend'))).toEqual(['approval/spend-not-confirmed']);
    expect(await codes(approve('spend', { confirmSpend: 'EUR 12,500' }))).toEqual(['approval/bad-amount']);
    expect(await codes(approve('spend', { confirmSpend: 'EUR 12500.01' }))).toEqual(['approval/other-amount']);
    expect(await codes(approve('spend', { confirmSpend: 'EUR 12500.00' }))).toEqual(['approved']);
    expect(fixture.git('log', '-1', '--format=%(trailers:key=Mergecast-Confirm-Spend,valueonly)')).toBe('12500.00 EUR');
  });

  it('runs no hook', async () => {
    fixture.write('.git/hooks/reference-transaction', '#!/bin/sh\ntouch "$PWD/hooked"\n');
    fixture.git('config', 'core.fsmonitor', `touch ${fixture.folder}/hooked;`);
    const { chmodSync } = await import('node:fs');
    chmodSync(`${fixture.folder}/.git/hooks/reference-transaction`, 0o755);
    expect(await codes(approve('work'))).toEqual(['approved']);
    expect(fixture.read('hooked') ?? fixture.read('.git/hooked')).toBeNull();
  });
});

describe('approve with SSH keys', () => {
  beforeEach(() => start());

  it('signs, and the principal is the approver', async () => {
    const key = fixture.makeKey('ines');
    fixture.commit('Allow', { '.mergecast/allowed_signers': `ines@work.example ${key}\n` });
    fixture.become('ines', 'ines');
    const result = await approve('work');
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value).toMatchObject({ trust: 'signed', warnings: [] });
    const found = await findApprovals(repository, result.value.merge, result.value.approved[0]?.executionId ?? '');
    expect(found.candidates).toMatchObject([{ who: 'ines@work.example', trust: 'signed' }]);
  });

  it('falls back to trust, aloud, where the key is not allowed', async () => {
    fixture.makeKey('ines');
    fixture.become('ines', 'ines');
    const result = await approve('work');
    expect(result.ok && result.value.trust).toBe('on-trust');
    expect(result.ok && result.value.warnings.map(({ code }) => code)).toEqual([
      'approval/unlisted-key',
      'approval/on-trust',
    ]);
  });

  it('does not approve unsigned where signing fails', async () => {
    fixture.become('ines', 'no-such-key');
    const before = fixture.git('rev-parse', 'main');
    expect(await codes(approve('work'))).toEqual(['approval/cannot-sign']);
    expect(fixture.git('rev-parse', 'main')).toBe(before);
  });
});

describe('approve with origin', () => {
  beforeEach(() => start({ origin: true }));

  it('approves origin’s tip, pushes, and leaves this work tree alone', async () => {
    fixture.git('checkout', '-q', 'work');
    fixture.commit('Not pushed', { [`${spring}/blog.md`]: 'Other\n' });
    fixture.git('checkout', '-q', 'main');
    fixture.write('README.md', 'my own work\n');
    const local = fixture.git('rev-parse', 'main');
    const result = await approve('work');
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(fixture.git('ls-remote', 'origin', 'refs/heads/main').split('\t')[0]).toBe(result.value.merge);
    expect(fixture.git('show', `${result.value.merge}:${spring}/blog.md`)).toBe('Hello');
    expect(fixture.git('rev-parse', 'main')).toBe(local);
    expect(fixture.read('README.md')).toBe('my own work\n');
  });

  it('takes a local branch that was never pushed', async () => {
    fixture.git('push', '-q', 'origin', '--delete', 'work');
    fixture.git('fetch', '-q', '--prune');
    expect(await codes(approve('work'))).toEqual(['approved']);
  });

  it('names the newest log that it knows', async () => {
    fixture.git('push', '-q', 'origin', 'main:refs/heads/mergecast/log');
    const head = fixture.git('rev-parse', 'main');
    expect(await codes(approve('work'))).toEqual(['approved']);
    expect(fixture.git('log', '-1', '--format=%(trailers:key=Mergecast-Log-Head,valueonly)', 'origin/main')).toBe(head);
  });

  it('does not push over what came in meanwhile', async () => {
    let isFirst = true;
    const racing: typeof review = async (...args) => {
      if (!isFirst) return review(...args);
      isFirst = false;
      fixture.git('push', '-q', 'origin', 'work~1:refs/heads/side');
      const tree = fixture.git('rev-parse', 'main^{tree}');
      const other = fixture.git('commit-tree', '-p', 'main', '-m', 'Meanwhile', tree);
      fixture.git('push', '-q', 'origin', `${other}:refs/heads/main`);
      return review(...args);
    };
    expect(await codes(approve('work', { review: racing }))).toEqual(['approval/base-moved']);
  });

  it('says that origin does not answer', async () => {
    fixture.git('remote', 'set-url', 'origin', `${fixture.root}/gone.git`);
    expect(await codes(approve('work'))).toEqual(['git/unreachable']);
  });

  it('says why origin refuses', async () => {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${fixture.origin}/hooks/pre-receive`, '#!/bin/sh\necho protected branch >&2\nexit 1\n', {
      mode: 0o755,
    });
    const result = await approve('work');
    expect(result.ok ? [] : result.error).toMatchObject([
      { code: 'approval/not-pushed', message: expect.stringMatching(/declined/) },
    ]);
  });
});
