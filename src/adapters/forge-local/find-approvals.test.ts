import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../../core/ports.ts';
import { openRepository } from '../git/open-repository.ts';
import { findApprovals } from './find-approvals.ts';

const identity = 'a'.repeat(64);
const ulid = '01JD8Q6C9V5Y3M7R2T4W8X0ZAB';
const digest = (letter: string): string => `mc1:sha256:${letter.repeat(64)}`;

let folder = '';
let repository: Repository;

function git(who: string, ...args: string[]): string {
  const email = `${who}@acme.example`;
  return execFileSync('git', ['-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: who, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: who, GIT_COMMITTER_EMAIL: email,
    }, // prettier-ignore
  }).trim();
}

function commit(who: string, path: string, text: string, message = 'Change'): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  git(who, 'add', '-A');
  git(who, 'commit', '-q', '-m', message);
  return git(who, 'rev-parse', 'HEAD');
}

interface Approval {
  readonly branch?: string;
  readonly digest?: string;
  readonly by?: string;
  readonly key?: string;
  readonly more?: string;
  readonly parents?: readonly string[];
}

/** A merge as `approve` makes it, or a forged one. */
function approve(who: string, change: Approval = {}): string {
  const { branch = 'work', by = `${who} <${who}@acme.example>`, more = '' } = change;
  const trailers = [
    `Approved-by: ${by}`,
    `Mergecast-Digest: ${identity} ${change.digest ?? digest('1')}`,
    'Mergecast-Log-Head: none',
    more,
  ];
  const message = `Merge execution spring\n\n${trailers.filter(Boolean).join('\n')}\n`;
  const tree = git(who, 'merge-tree', '--write-tree', 'main', branch);
  const signing =
    change.key === undefined
      ? []
      : ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${join(folder, '.git', change.key)}`];
  const parents = change.parents ?? ['main', branch];
  const merge = git(
    who,
    ...signing,
    'commit-tree',
    ...(change.key === undefined ? [] : ['-S']),
    ...parents.flatMap((one) => ['-p', one]),
    '-m',
    message,
    tree,
  );
  git(who, 'update-ref', 'refs/heads/main', merge);
  git(who, 'reset', '-q', '--hard');
  return merge;
}

function makeKey(name: string): string {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, '.git', name)]);
  return readFileSync(join(folder, '.git', `${name}.pub`), 'utf8').trim();
}

const find = async () => findApprovals(repository, git('any', 'rev-parse', 'main'), identity, { id: ulid });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mergecast-forge-'));
  git('dana', 'init', '-q', '-b', 'main');
  commit('root', 'README.md', 'hello');
  git('dana', 'checkout', '-q', '-b', 'work');
  commit(
    'dana',
    'executions/acme/2027-03/spring/execution.yaml',
    `id: ${ulid}\n`,
    'Add\n\nCo-authored-by: Otto <otto@acme.example>',
  );
  git('dana', 'checkout', '-q', 'main');
  const opened = await openRepository(folder);
  if (!opened.ok) throw new Error('no repository');
  repository = opened.value;
});

afterEach(async () => {
  await repository.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('findApprovals on trust', () => {
  it('finds who, when, what, and who wrote it', async () => {
    const merge = approve('ines', { more: 'Mergecast-Confirm-Spend: EUR 12500.00' });
    const found = await find();
    expect(found).toEqual({
      newest: merge,
      authors: ['dana@acme.example', 'otto@acme.example'],
      candidates: [
        {
          who: 'ines', email: 'ines@acme.example', trust: 'on-trust', merge, digest: digest('1'), logHead: 'none',
          at: expect.stringMatching(/^\d{4}-.*Z$/), spend: 'EUR 12500.00',
          identities: ['ines@acme.example', 'ines@acme.example', 'ines@acme.example'],
        },
      ],
    }); // prettier-ignore
  });

  it('finds none where nobody approved', async () =>
    expect(await find()).toEqual({ candidates: [], authors: [], newest: null }));

  it('finds it under unrelated commits and after the folder moved', async () => {
    approve('ines');
    commit('tom', 'README.md', 'other');
    mkdirSync(join(folder, 'executions/acme/2027-04'));
    git('tom', 'mv', 'executions/acme/2027-03/spring', 'executions/acme/2027-04/spring');
    git('tom', 'commit', '-q', '-m', 'Move');
    expect((await find()).candidates.map(({ who }) => who)).toEqual(['ines']);
  });

  it('collects several people for one digest, and knows the authors although the second merge brings nothing', async () => {
    approve('ines');
    approve('tom');
    const found = await find();
    expect(found.candidates.map(({ who }) => who)).toEqual(['tom', 'ines']);
    expect(found.authors).toEqual(['dana@acme.example', 'otto@acme.example']);
  });

  it('knows the author of what was pushed to the default branch before anyone approved it', async () => {
    git('dana', 'merge', '-q', '--ff-only', 'work');
    commit('pia', 'executions/acme/2027-03/spring/blog.md', 'Hello');
    approve('ines');
    expect((await find()).authors.toSorted()).toEqual(['dana@acme.example', 'otto@acme.example', 'pia@acme.example']);
  });

  it('does not let an old approval stand when its content comes back', async () => {
    const first = approve('ines');
    approve('tom', { digest: digest('2') });
    expect((await find()).candidates.map(({ who, supersededBy }) => [who, supersededBy])).toEqual([
      ['tom', undefined],
      ['ines', digest('2')],
    ]);
    approve('zoe');
    const revived = (await find()).candidates;
    expect(revived.map(({ who, supersededBy }) => [who, supersededBy])).toEqual([
      ['zoe', undefined],
      ['tom', digest('1')],
      ['ines', undefined],
    ]);
    expect(revived[2]?.merge).toBe(first);
  });

  it('says why a name that differs from the committer proves nothing', async () => {
    approve('dana', { by: 'Ines <ines@acme.example>' });
    expect((await find()).candidates[0]?.why).toBe(
      'the Approved-by line says ines@acme.example, but the merge was made by dana@acme.example',
    );
  });

  it.each<[string, () => void]>([
    ['a commit that is no merge', () => approve('ines', { parents: ['main'] })],
    [
      'a merge on a side branch',
      () => {
        git('x', 'checkout', '-q', '-b', 'side');
        approve('ines');
        git('x', 'checkout', '-q', '-b', 'other', 'main~1');
        commit('x', 'other.md', 'x');
        git('x', 'merge', '-q', '--no-ff', '-m', 'Bring main', 'main');
        git('x', 'branch', '-f', 'main', 'other');
      },
    ],
    ['two digests for one identity', () => approve('ines', { more: `Mergecast-Digest: ${identity} ${digest('9')}` })],
    ['trailers that are not the last paragraph', () => approve('ines', { more: '\nMore words.' })],
  ])('takes nothing from %s', async (_case, forge) => {
    forge();
    const { candidates } = await find();
    expect(candidates.filter((one) => one.digest === digest('1'))).toEqual([]);
  });
});

describe('findApprovals signed', () => {
  const list = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');
  const path = '.mergecast/allowed_signers';

  it('takes the principal of a key that was listed before', async () => {
    const key = makeKey('ines-key');
    commit('root', path, list(`ines@work.example ${key}`));
    approve('ines', { key: 'ines-key' });
    expect((await find()).candidates).toMatchObject([
      { who: 'ines@work.example', email: 'ines@work.example', trust: 'signed' },
    ]);
  });

  it.each<[string, (key: string) => void, string, RegExp]>([
    ['listed nowhere', () => approve('ines', { key: 'ines-key' }), 'unknown-key', /not among the allowed signers/],
    [
      'that the branch brings along',
      (key) => {
        git('dana', 'checkout', '-q', 'work');
        commit('dana', path, list(`ines@work.example ${key}`));
        git('dana', 'checkout', '-q', 'main');
        approve('ines', { key: 'ines-key' });
      },
      'unknown-key',
      /only by the branch that was merged/,
    ],
    [
      'that was removed later',
      (key) => {
        commit('root', path, list(`ines@work.example ${key}`));
        approve('ines', { key: 'ines-key' });
        commit('root', path, list(`tom@work.example ${makeKey('tom-key')}`));
      },
      'unknown-key',
      /not listed in \.mergecast\/allowed_signers any more/,
    ],
    [
      'that was given to somebody else later',
      (key) => {
        commit('root', path, list(`ines@work.example ${key}`));
        approve('ines', { key: 'ines-key' });
        commit('root', path, list(`tom@work.example ${key}`));
      },
      'unknown-key',
      /belongs to tom@work\.example now/,
    ],
  ])('does not take a key %s', async (_case, arrange, trust, why) => {
    arrange(makeKey('ines-key'));
    expect((await find()).candidates).toMatchObject([{ trust, why: expect.stringMatching(why) }]);
  });

  it('does not take a key that the swapped first parent lists, where the recorded base does not', async () => {
    const base = git('any', 'rev-parse', 'main');
    const key = makeKey('ines-key');
    git('dana', 'checkout', '-q', 'work');
    commit('dana', path, list(`ines@work.example ${key}`));
    git('dana', 'checkout', '-q', 'main');
    approve('ines', { key: 'ines-key', parents: ['work', 'main'] });
    const found = await findApprovals(repository, git('any', 'rev-parse', 'main'), identity, {
      signersAt: [base],
    });
    expect(found.candidates).toMatchObject([{ trust: 'unknown-key' }]);
  });

  it('says of a key that was added after the trusted base what happened, and what to do', async () => {
    const base = git('any', 'rev-parse', 'main');
    commit('root', path, list(`ines@work.example ${makeKey('ines-key')}`));
    approve('ines', { key: 'ines-key' });
    const at = git('any', 'rev-parse', 'main');
    const { candidates } = await findApprovals(repository, at, identity, { signersAt: [base] });
    expect(candidates).toMatchObject([
      {
        trust: 'unknown-key',
        why: expect.stringContaining(`was added after ${base.slice(0, 12)}`),
        remedy: expect.stringContaining('mergecast unfreeze --genesis'),
      },
    ]);
  });
});
