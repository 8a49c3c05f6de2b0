import { everydayGit } from '../everyday-git/index.ts';

/** Address of origin as somebody wrote it into the configuration; null where there is none. */
export async function originAddress(directory: string): Promise<string | null> {
  const said = await everydayGit(directory)(['config', '--get', 'remote.origin.url']).catch(() => null);
  return said?.code === 0 ? said.stdout.trim() : null;
}
