import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRepository } from '../../src/adapters/git/open-repository.ts';
import type { Repository } from '../../src/core/ports.ts';
import { catalogue, filesForTest, folder, pngForTest, seenIn } from '../support/execution-files.ts';
import { findExecutions, loadBrand, loadExecution, loadPolicy } from '../../src/load/index.ts';
import { GitFixture } from '../support/git-fixture.ts';

let git: GitFixture;
let repository: Repository;

beforeEach(async () => {
  git = new GitFixture();
  for (const [path, file] of Object.entries(filesForTest())) {
    if (typeof file === 'string') git.write(path, file);
  }
  writeFileSync(join(git.folder, folder, 'bikes.png'), pngForTest());
  const opened = await openRepository(git.folder);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  repository = opened.value;
});

afterEach(async () => {
  await repository.close();
  git.remove();
});

/** What is said of every execution, from the work tree and from a commit of it. */
async function seenFromBoth(): Promise<{ workTree: readonly string[]; commit: readonly string[] }> {
  const read = async (tree: ReturnType<Repository['workTree']>): Promise<readonly string[]> => {
    const folders = await findExecutions(tree);
    return (await Promise.all(folders.map((one) => loadExecution(tree, one, catalogue)))).flatMap((one) => seenIn(one));
  };
  const workTree = await read(repository.workTree());
  return { workTree, commit: await read(repository.at(git.commit())) };
}

const cases: readonly (readonly [what: string, change: () => void, seen: readonly string[]])[] = [
  ['nothing odd', () => undefined, []],
  ['a link as content', () => symlinkSync('/etc/hostname', join(git.folder, folder, 'link.md')), ['path/symlink link.md']],
  ['a link as folder', () => symlinkSync('2027-03', join(git.folder, 'executions/acme/2027-04')), ['path/symlink executions/acme/2027-04']],
  ['a repository inside', () => execFileSync('git', ['init', '-q', '--bare', join(git.folder, folder, 'evil')]), ['path/embedded-repository evil']],
  ['attributes for executions', () => git.write('.gitattributes', 'executions/** linguist-generated\n'), ['path/git-attributes .gitattributes:1:1']],
  ['another encoding', () => git.write('.gitattributes', '*.md working-tree-encoding=ISO-8859-1\n'), ['path/git-attributes .gitattributes:1:1']],
  ['attributes inside', () => git.write(`${folder}/.gitattributes`, '* -diff\n'), ['path/attributes-file .gitattributes']],
  ['two names that are one elsewhere', () => git.write(`${folder}/BLOG.md`, 'x'), ['path/case-clash blog.md']],
  ['a decomposed name', () => git.write(`${folder}/cafe\u0301.md`, 'x'), ['path/not-nfc cafe\u0301.md']],
  ['a name that is not UTF-8', () => writeFileSync(Buffer.concat([Buffer.from(join(git.folder, folder, 'bl')), Buffer.from([0xff])]), 'x'), ['path/not-utf8 bl\uFFFD']],
]; // prettier-ignore

describe('a commit and the work tree say the same', () => {
  it.each(cases)('%s', async (_what, change, seen) => {
    change();
    const { workTree, commit } = await seenFromBoth();
    expect(workTree).toEqual(seen);
    expect(commit).toEqual(seen);
  });

  it('of line ends, whatever git makes of them', async () => {
    git.git('config', 'core.autocrlf', 'true');
    const { steps, closure } = await loaded(repository.at(git.commit()));
    git.write(`${folder}/blog.md`, '# Spring\r\n\r\nHello.\r\n');
    expect(await loaded(repository.workTree())).toMatchObject({ steps, closure });
  });

  it('of a submodule', async () => {
    const other = join(git.folder, folder, 'other');
    mkdirSync(other);
    execFileSync('git', ['init', '-q'], { cwd: other });
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '--allow-empty', '-m', 'x'], {
      cwd: other,
    });
    const { workTree, commit } = await seenFromBoth();
    expect(workTree).toEqual(['path/submodule other']);
    expect(commit).toEqual(['path/submodule other']);
  });

  it('but a file that git ignores exists on this machine only', async () => {
    git.write('.gitignore', 'blog.md\n');
    expect(seenIn(await loadExecution(repository.workTree(), folder, catalogue))).toEqual([
      'path/ignored execution.yaml:13:16',
    ]);
    expect((await seenFromBoth()).commit).toEqual(['path/missing execution.yaml:13:16']);
  });
});

const decisive = ['mergecast.yaml', 'brands/acme/profile.yaml', 'brands/acme/connections.yaml'];

describe('a file that decides', () => {
  const seen = async (tree: ReturnType<Repository['workTree']>, path: string): Promise<readonly string[]> => {
    const read = path === 'mergecast.yaml' ? await loadPolicy(tree) : await loadBrand(tree, 'acme');
    return read.ok ? [] : read.error.map(({ code, file }) => `${code} ${file}`);
  };

  it.each(decisive)('%s is not a link', async (path) => {
    git.write('elsewhere.yaml', 'version: 1\n');
    git.write(`brands/acme/guidelines/voice.md`, 'Hello\n');
    symlinkSync(join(git.folder, 'elsewhere.yaml'), join(git.folder, path));
    expect(await seen(repository.workTree(), path)).toContain(`path/symlink ${path}`);
    expect(await seen(repository.at(git.commit()), path)).toContain(`path/symlink ${path}`);
    expect(await seen(repository.workTree(), path)).not.toContain(`yaml/not-a-mapping ${path}`);
  });

  it.each(decisive)('%s is not a repository of its own', async (path) => {
    git.write(`brands/acme/guidelines/voice.md`, 'Hello\n');
    const other = join(git.folder, path);
    mkdirSync(other);
    git.git('init', '-q', other);
    git.git('-C', other, 'commit', '-q', '--allow-empty', '-m', 'x');
    expect(await seen(repository.workTree(), path)).toContain(`path/submodule ${path}`);
    expect(await seen(repository.at(git.commit()), path)).toContain(`path/submodule ${path}`);
  });
});

async function loaded(tree: ReturnType<Repository['workTree']>) {
  const result = await loadExecution(tree, folder, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
