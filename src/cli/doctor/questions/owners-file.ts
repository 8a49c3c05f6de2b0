import { finding } from '../../../core/finding.ts';
import { controlPlanePatterns } from '../../init/forge/control-plane-patterns.ts';
import { ownersOf, readOwners } from '../read-owners.ts';
import type { Question } from '../types.ts';

export const ownersFile: Question = {
  code: 'doctor/owners-file',
  fine: ({ local }) => `${local.owners.file} names owners for everything that decides.`,
  ask: ({ local: { owners }, remote }) => {
    if (remote === null) return null;
    const { kind } = remote;
    const lines = (patterns: typeof controlPlanePatterns): string =>
      patterns.map((pattern) => `${pattern[kind]} @NAME`).join('\n');
    const say = (problem: string, patterns = controlPlanePatterns): ReturnType<Question['ask']> =>
      finding('doctor/owners-file', { file: owners.file, problem, lines: lines(patterns) });
    if (owners.text === null) return say('it is not on the default branch.');
    const read = readOwners(owners.text, kind);
    const [bad] = read.invalid;
    if (bad !== undefined) return say(`line ${bad.line} means nothing there and is skipped: ${bad.why}.`);
    const open = controlPlanePatterns.filter(({ sample }) => ownersOf(sample, read.rules).length === 0);
    if (open.length === 0) return null;
    return say(`nobody owns ${open.map(({ sample }) => sample).slice(0, 3).join(', ')}${open.length > 3 ? ' and more' : ''}.`, open); // prettier-ignore
  },
};
