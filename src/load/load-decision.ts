import { sha256Hex } from '../core/canonical.ts';
import type { Finding } from '../core/finding.ts';
import type { Tree } from '../core/ports.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Decision } from '../generated/types/decision.ts';
import { limits } from './limits.ts';
import { readRecord } from './read-record.ts';

/** A person's answer to a question of the journal, as a tree has it. */
export interface LoadedDecision {
  readonly decision: Decision;
  readonly folder: string;
  readonly file: string;
  /** Over the exact bytes of the file: what an approval is of. */
  readonly digest: string;
}

/** Name of the file in the folder of a decision. */
export const decisionFile = 'decision.yaml';

/**
 * Folder of the answer to one question: outside of the execution's own, whose content and digest stay as they were
 * approved, and found without a search.
 */
export function decisionFolder(brand: string, execution: string, question: string): string {
  return `decisions/${brand}/${execution.slice(0, 12)}-${question.slice(0, 12)}`;
}

/** Reads a decision; null where there is none. */
export async function loadDecision(
  tree: Tree,
  folder: string,
): Promise<Result<LoadedDecision | null, readonly Finding[]>> {
  const file = `${folder}/${decisionFile}`;
  const bytes = await tree.read(file, limits.yamlBytes);
  if (bytes === null) return success(null);
  const { default: validate } = await import('../generated/validators/decision.js');
  const record = readRecord(bytes, file, validate);
  if (!record.ok) return record;
  if (record.value.problems.length > 0) return failure(record.value.problems);
  // The validator has just confirmed this shape.
  const decision = record.value.value as unknown as Decision;
  return success({ decision, folder, file, digest: `mc1:sha256:${sha256Hex(bytes)}` });
}
