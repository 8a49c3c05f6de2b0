import { finding } from '../../../core/finding.ts';
import { ofEnvironment } from '../environment-of.ts';
import type { Question } from '../types.ts';

export const environmentBindsAll: Question = {
  code: 'doctor/environment-bypass',
  page: 'environments',
  on: 'github',
  fine: () => 'Administrators cannot get past the rules of the environment.',
  ask: (facts) =>
    ofEnvironment(facts, ({ name, adminsCanBypass }) =>
      adminsCanBypass ? finding('doctor/environment-bypass', { environment: name }) : null,
    ),
};
