import type { Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Rollback } from '../generated/types/rollback.ts';
import type { FolderFiles } from './folder-files.ts';
import { limits } from './limits.ts';
import { parseJsonRecord } from './parse-json-record.ts';
import { schemaFindings } from './schema-findings.ts';

/** `rollback.json` beside a manifest with `rolls-back`. It is written by a program and may be as long as what it undoes. */
export async function readRollback(
  manifest: Readonly<Record<string, unknown>>,
  files: FolderFiles,
): Promise<Result<Rollback | undefined>> {
  if (manifest['rolls-back'] === undefined) return success(undefined);
  const file = `${files.folder}/rollback.json`;
  // Planning says what is missing.
  if (!files.entries.has(file)) return success(undefined);
  const opened = await files.open('./rollback.json', { file }, limits.rollbackBytes);
  const parsed = opened.ok ? parseJsonRecord(opened.value.bytes, file) : opened;
  if (!parsed.ok) return parsed;
  const { default: validate } = await import('../generated/validators/rollback.js');
  if (validate(parsed.value)) return success(parsed.value as Rollback);
  const place = (): { file: string } => ({ file });
  const problems: readonly Finding[] = schemaFindings([...(validate.errors ?? [])], { place, keyPlace: place });
  return failure(problems.slice(0, limits.problems));
}
