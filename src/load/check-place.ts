import { finding, type Finding } from '../core/finding.ts';
import type { ReadRecord } from './read-record.ts';

/** Whether the folder is one for executions, and that of the manifest's brand. */
export function checkPlace(folder: string, { value, parsed }: ReadRecord): Finding[] {
  const place = { file: parsed.file };
  const match = /^executions\/([a-z0-9]+(?:-[a-z0-9]+)*)\/\d{4}-(?:0[1-9]|1[0-2])\/[^/]+$/.exec(folder);
  if (match === null) return [finding('path/misplaced-execution', { folder }, place)];
  const { brand } = value;
  const [, owner = ''] = match;
  if (typeof brand !== 'string' || brand === owner) return [];
  return [finding('manifest/other-brand', { brand, folder: owner }, parsed.place('/brand'))];
}
