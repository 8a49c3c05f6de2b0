import { sha256Hex } from '../core/canonical.ts';
import { finding } from '../core/finding.ts';
import type { Tree } from '../core/ports.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Policy } from '../generated/types/policy.ts';
import { limits } from './limits.ts';
import { readRecord } from './read-record.ts';
import type { LoadedPolicy } from './types.ts';

const file = 'mergecast.yaml';

/** `mergecast.yaml` at the root: who approves what, and the limits for all brands. */
export async function loadPolicy(tree: Tree): Promise<Result<LoadedPolicy>> {
  const policy = await readPolicy(tree);
  // What is read of a link is the path that it leads to: say so, not what is wrong with that as a policy.
  const link = policy.ok ? undefined : (await tree.list('')).find(({ path, kind }) => path === file && kind !== 'file');
  if (link === undefined) return policy;
  return failure([finding(link.kind === 'symlink' ? 'path/symlink' : 'path/submodule', { path: file }, { file })]);
}

async function readPolicy(tree: Tree): Promise<Result<LoadedPolicy>> {
  const bytes = await tree.read(file, limits.yamlBytes);
  if (bytes === null) return failure([finding('path/no-policy', {}, { file })]);
  const { default: validate } = await import('../generated/validators/policy.js');
  const record = readRecord(bytes, file, validate);
  if (!record.ok) return record;
  const { problems, parsed, value } = record.value;
  if (problems.length > 0) return failure(problems);
  return success({
    // The validator has just confirmed this shape.
    policy: value as unknown as Policy,
    sha256: sha256Hex(parsed.text),
    file,
    place: parsed.place,
  });
}
