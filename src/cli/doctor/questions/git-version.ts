import { finding } from '../../../core/finding.ts';
import { isOlder } from '../is-older.ts';
import type { Question } from '../types.ts';

const needed = '2.38';

export const gitVersion: Question = {
  code: 'doctor/old-git',
  fine: ({ local }) => `git ${local.git ?? ''} is new enough.`,
  ask: ({ local: { git } }) =>
    git === null || isOlder(git, needed) ? finding('doctor/old-git', { version: git ?? 'missing', needed }) : null,
};
