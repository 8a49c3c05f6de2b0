/** Branches of the live journal, one of each kind: a rule has to cover all of them. */
export const journalBranches: readonly string[] = [
  'mergecast/control',
  'mergecast/log',
  'mergecast/x/0a/0a00000000000000000000000000000000000000000000000000000000000000',
  'mergecast/budget/acme/2027-03',
];

/** For people: where the name of an execution or a brand stands, any stands. */
export function shownBranch(branch: string): string {
  return branch.replace(/^(mergecast\/(?:x|budget)\/).*$/, '$1...');
}
