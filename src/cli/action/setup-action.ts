import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appendText } from '../../adapters/files/append-text.ts';
import { readBytes } from '../../adapters/files/read-files.ts';
import { makeScratchFolder, writeProgram } from '../../adapters/files/scratch-folder.ts';
import type { ActionContext } from './action-context.ts';

declare const MERGECAST_COMMAND_SHA256: string | undefined;
declare const MERGECAST_VERSION: string | undefined;

/**
 * Puts the command `mergecast` of this very version on the PATH of the job's later steps. It lies beside this action,
 * and is not used unless it is the one that was built together with it.
 */
export async function setupAction(context: ActionContext): Promise<number> {
  const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  const command = beside('mergecast.cjs');
  const parts = await Promise.all(
    [...['scores.cjs', 'octokit.cjs', 'markdown.cjs'].map(beside), command].map(readBytes),
  );
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part ?? 'missing');
  const hash = sum.digest('hex');
  const wanted = typeof MERGECAST_COMMAND_SHA256 === 'string' ? MERGECAST_COMMAND_SHA256 : '';
  if (hash !== wanted) {
    context.io.stdout(`The command beside this action is not the one it was built with (${hash}, not ${wanted}).\n`);
    return 1;
  }
  const folder = await makeScratchFolder('command');
  await writeProgram(join(folder, 'mergecast'), launcher(command));
  if (!appendText(context.env['GITHUB_PATH'] ?? '', `${folder}\n`)) {
    context.io.stdout('The runner named no file for GITHUB_PATH, so later steps would not find the command.\n');
    return 1;
  }
  const version = typeof MERGECAST_VERSION === 'string' ? MERGECAST_VERSION : '0.0.0';
  context.output('version', version);
  context.io.stdout(`mergecast ${version} (sha256 ${hash}) is on the PATH of the steps that follow.\n`);
  return 0;
}

/** Quoted for the shell: the path holds whatever the runner's folders are called. */
function launcher(command: string): string {
  return `#!/bin/sh\nexec node '${command.replaceAll("'", String.raw`'\''`)}' "$@"\n`;
}
