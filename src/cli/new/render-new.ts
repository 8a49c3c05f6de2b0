import type { NewFile } from '../../adapters/files/write-new-files.ts';

/** What was written and what comes next, in words. */
export function renderNew(folder: string, files: readonly NewFile[]): string {
  const names = files.map(({ path, why }) => ({ name: path.slice(folder.length + 1), why }));
  const width = Math.max(...names.map(({ name }) => name.length)) + 2;
  return `Written: ${folder}/
${names.map(({ name, why }) => `  ${name.padEnd(width)}${why}\n`).join('')}
Next:
  Open the files and write your texts: every line says what it is for.
  mergecast check ${folder}      # what is wrong, and what would go out
  mergecast preview ${folder}    # as people will see it
  mergecast propose ${folder}    # ask for approval
`;
}
