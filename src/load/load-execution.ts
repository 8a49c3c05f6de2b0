import { blocks, finding, type Finding } from '../core/finding.ts';
import type { Tree, TreeEntry } from '../core/ports.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Manifest } from '../generated/types/manifest.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkEntries } from './check-entries.ts';
import { checkPlace } from './check-place.ts';
import { distinctFindings } from './distinct-findings.ts';
import { explainNoManifest } from './explain-no-manifest.ts';
import { FolderFiles } from './folder-files.ts';
import { limits } from './limits.ts';
import { loadSteps, type LoadedSteps } from './load-steps.ts';
import { readContinuation } from './read-continuation.ts';
import { readRecord, type ReadRecord } from './read-record.ts';
import { readRollback } from './read-rollback.ts';
import type { ActionCatalogue, LoadedExecution } from './types.ts';

/**
 * A folder with its `execution.yaml` and every file that it refers to, from a commit or the work tree. Nothing outside
 * the folder is read but git attributes. All problems of all files at once; warnings stand in `findings`.
 */
export async function loadExecution(
  tree: Tree,
  folder: string,
  catalogue: ActionCatalogue,
): Promise<Result<LoadedExecution>> {
  const entries = await tree.list(folder);
  const files = new FolderFiles(tree, folder, entries);
  const file = `${folder}/execution.yaml`;
  const around = [...checkEntries(folder, entries), ...(await checkAttributes(tree, folder, entries))];
  const manifest = files.entries.get(file);
  if (manifest === undefined)
    return failure(distinctFindings([...around, await explainNoManifest(tree, folder, entries)]));
  const record = await readManifest(files, manifest);
  if (!record.ok) return failure(distinctFindings([...around, ...record.error]));
  const steps = await loadSteps(record.value, files, catalogue);
  const rollback = await readRollback(record.value.value, files);
  const continuation = await readContinuation(record.value.value, files);
  const problems = distinctFindings([
    ...around,
    ...checkPlace(folder, record.value),
    ...record.value.problems,
    ...steps.findings,
    ...[rollback, continuation].flatMap((one) => (one.ok ? [] : one.error)),
  ]);
  if (problems.some(blocks) || !rollback.ok || !continuation.ok) return failure([...problems, ...steps.deferred]);
  const copies = { rollback: rollback.value, continuation: continuation.value };
  return success(executionOf(files, record.value, steps, problems, copies));
}

async function readManifest(files: FolderFiles, entry: TreeEntry): Promise<Result<ReadRecord>> {
  const opened = await files.openEntry(entry, { file: entry.path }, limits.yamlBytes);
  if (!opened.ok) {
    const isLarge = opened.error.some(({ code }) => code === 'content/too-large');
    const maximum = `${limits.yamlBytes / 1024} KB`;
    return isLarge ? failure([finding('yaml/too-large', { maximum }, { file: entry.path })]) : opened;
  }
  const { default: validate } = await import('../generated/validators/manifest.js');
  return readRecord(opened.value.bytes, entry.path, validate);
}

/** What programs copied out of sealed logs. */
type CopiesOfLogs = { [K in 'rollback' | 'continuation']: LoadedExecution[K] | undefined };

function executionOf(
  files: FolderFiles,
  { value }: ReadRecord,
  steps: LoadedSteps,
  problems: readonly Finding[],
  { rollback, continuation }: CopiesOfLogs,
): LoadedExecution {
  const file = `${files.folder}/execution.yaml`;
  return {
    folder: files.folder,
    file,
    // The validator has just confirmed this shape.
    manifest: value as unknown as Manifest,
    steps: steps.steps,
    media: steps.media,
    ...(rollback === undefined ? {} : { rollback }),
    ...(continuation === undefined ? {} : { continuation }),
    closure: [...files.read].toSorted(),
    localFiles: files.names.toSorted(),
    findings: problems,
    place: steps.place,
  };
}
