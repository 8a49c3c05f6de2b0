import type { ActionSource } from './workflow-options.ts';

/** The one action that is not ours, at the commit of its release. */
export const checkout = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';

/**
 * What a step names to use one of our actions. A copy is taken from the checkout on purpose, which is of the default
 * branch; the other spelling that zizmor suggests would take the copy of whatever commit the workflow runs for, and
 * Gitea does not know it.
 */
export function actionReference(source: ActionSource, name: 'check' | 'execute' | 'setup'): string {
  if (source.is === 'copied')
    return `./${source.folder}/${name} # zizmor: ignore[self-repository] the checkout is of the default branch`;
  return `${source.repository}/actions/${name}@${source.commit} # ${source.version}`;
}

/** A branch as a filter of workflows reads it: there some characters that names may hold mean something. */
export function branchFilter(branch: string): string {
  return JSON.stringify(branch.replace(/[+!]/g, String.raw`\$&`));
}

/** Secrets of the executor, each by its name and to one step only. */
export function secretLines(names: readonly string[], indent: string): string {
  const own = ['MERGECAST_JOURNAL_KEY', 'MERGECAST_DEPLOY_KEY'];
  const all = [...own, ...names.filter((name) => !own.includes(name)).toSorted()];
  for (const name of all) if (!/^[A-Za-z_]\w*$/.test(name)) throw new Error(`${name} is no name of a secret`);
  return [...new Set(all)].map((name) => `${indent}${name}: \${{ secrets.${name} }}`).join('\n');
}
