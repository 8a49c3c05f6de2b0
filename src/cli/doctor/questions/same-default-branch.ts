import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const sameDefaultBranch: Question = {
  code: 'doctor/other-default-branch',
  page: 'branches',
  fine: ({ local }) => `${local.defaultBranch} is the default branch for git and for the forge.`,
  ask: (facts) =>
    whenKnown(facts, (remote) => remote.repository, ({ defaultBranch: forge }) => {
      const here = facts.local.defaultBranch;
      return forge === here ? null : finding('doctor/other-default-branch', { forge, here });
    }), // prettier-ignore
};
