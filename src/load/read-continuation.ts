import type { Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Continuation } from '../generated/types/continuation.ts';
import type { FolderFiles } from './folder-files.ts';
import { limits } from './limits.ts';
import { parseJsonRecord } from './parse-json-record.ts';
import { schemaFindings } from './schema-findings.ts';

/** `continues.json` beside a manifest with `continues`: what the sealed log says is done, and what remains. */
export async function readContinuation(
  manifest: Readonly<Record<string, unknown>>,
  files: FolderFiles,
): Promise<Result<Continuation | undefined>> {
  if (manifest['continues'] === undefined) return success(undefined);
  const file = `${files.folder}/continues.json`;
  // Planning says what is missing.
  if (!files.entries.has(file)) return success(undefined);
  const opened = await files.open('./continues.json', { file }, limits.rollbackBytes);
  const parsed = opened.ok ? parseJsonRecord(opened.value.bytes, file) : opened;
  if (!parsed.ok) return parsed;
  const { default: validate } = await import('../generated/validators/continuation.js');
  if (validate(parsed.value)) return success(parsed.value as Continuation);
  const place = (): { file: string } => ({ file });
  const problems: readonly Finding[] = schemaFindings([...(validate.errors ?? [])], { place, keyPlace: place });
  return failure(problems.slice(0, limits.problems));
}
