import { join, resolve } from 'node:path';
import { listFiles, readBytes } from '../../adapters/files/read-files.ts';
import { runCase, type CaseOutcome } from '../../authorize/index.ts';
import { finding } from '../../core/finding.ts';
import type { Repository } from '../../core/ports.ts';
import { combine, failure, success, type Result } from '../../core/result.ts';
import type { PolicyTest } from '../../generated/types/policy-test.ts';
import { loadPolicy, loadPolicyTest } from '../../load/index.ts';

/** Where cases lie if nobody names a file. */
const folder = 'policy-tests';

export interface TestedFile {
  readonly file: string;
  readonly cases: readonly CaseOutcome[];
}

/** Runs cases against the policy of the work tree: whoever changes it sees at once what that changes. */
export async function runPolicyTests(
  repository: Repository,
  named: readonly string[],
  cwd: string,
): Promise<Result<readonly TestedFile[]>> {
  const [policy, loaded] = await Promise.all([
    loadPolicy(repository.workTree()),
    loadFiles(repository.directory, named, cwd),
  ]);
  if (!policy.ok) return policy;
  if (!loaded.ok) return loaded;
  const tested = loaded.value.map(async ({ file, cases }): Promise<TestedFile> => ({
    file,
    cases: await Promise.all(cases.map((one) => runCase(one, policy.value.policy))),
  }));
  return success(await Promise.all(tested));
}

type LoadedFile = PolicyTest & { readonly file: string };

async function loadFiles(
  directory: string,
  named: readonly string[],
  cwd: string,
): Promise<Result<readonly LoadedFile[]>> {
  const own = (await listFiles(join(directory, folder))).files.filter((file) => /\.ya?ml$/.test(file));
  const files = named.length > 0 ? named.map((file) => ({ file, path: resolve(cwd, file) })) : own.map((file) => ({ file: `${folder}/${file}`, path: join(directory, folder, file) })); // prettier-ignore
  if (files.length === 0) return failure([finding('policy/no-cases', { where: `${folder}/` })]);
  return combine(
    await Promise.all(
      files.map(async ({ file, path }): Promise<Result<LoadedFile>> => {
        const bytes = await readBytes(path);
        if (bytes === null) return failure([finding('command/not-found', { path: file, what: 'file' })]);
        const test = await loadPolicyTest(bytes, file);
        return test.ok ? success({ ...test.value, file }) : test;
      }),
    ),
  );
}
