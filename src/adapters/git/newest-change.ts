import { gitText } from './run-git.ts';

/** The newest commit on the first-parent line of a tip that changed a folder: what brought its present content there. */
export async function newestChange(directory: string, tip: string, folder: string): Promise<string | null> {
  const found = await gitText(
    ['log', '--first-parent', '--max-count=1', '--format=%H', '--end-of-options', tip, '--', `:(literal)${folder}`],
    { directory },
  );
  const commit = found?.trim() ?? '';
  return commit === '' ? null : commit;
}
