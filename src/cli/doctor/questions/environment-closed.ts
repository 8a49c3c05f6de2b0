import { finding } from '../../../core/finding.ts';
import type { EnvironmentSettings } from '../../../core/forge.ts';
import { defaultBranchOf } from '../branch-rules.ts';
import { ofEnvironment } from '../environment-of.ts';
import type { Question } from '../types.ts';

export const environmentClosed: Question = {
  code: 'doctor/environment-open',
  page: 'environments',
  on: 'github',
  fine: (facts) => `Only ${defaultBranchOf(facts)} can read the secrets of the environment.`,
  ask: (facts) =>
    ofEnvironment(facts, ({ name, branches }) => {
      const branch = defaultBranchOf(facts);
      const isExact = typeof branches !== 'string' && branches.length === 1 && branches[0] === branch;
      return isExact
        ? null
        : finding('doctor/environment-open', { environment: name, branch, admits: words(branches) });
    }),
};

function words(branches: EnvironmentSettings['branches']): string {
  if (branches === 'protected') return 'every protected branch ("Protected branches only")';
  if (branches === 'all') return 'every branch ("No restriction")';
  return branches.length === 0 ? 'no branch at all' : branches.join(', ');
}
