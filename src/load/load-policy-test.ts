import { failure, success, type Result } from '../core/result.ts';
import type { PolicyTest } from '../generated/types/policy-test.ts';
import { readRecord } from './read-record.ts';

/** Cases that a policy must decide as expected, from one file. */
export async function loadPolicyTest(bytes: Uint8Array, file: string): Promise<Result<PolicyTest>> {
  const { default: validate } = await import('../generated/validators/policy-test.js');
  const record = readRecord(bytes, file, validate);
  if (!record.ok) return record;
  const { problems, value } = record.value;
  // The validator has just confirmed this shape.
  return problems.length > 0 ? failure(problems) : success(value as unknown as PolicyTest);
}
