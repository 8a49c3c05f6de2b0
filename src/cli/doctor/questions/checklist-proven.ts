import { finding } from '../../../core/finding.ts';
import type { DoctorFacts, Question } from '../types.ts';

export const checklistProven: Question = {
  code: 'doctor/comment-believed',
  fine: (facts) =>
    proofOf(facts)?.high === 'review'
      ? 'At high and critical risk approvers look at the true content themselves.'
      : 'At critical risk approvers look at the true content themselves; at high risk they believe the comment.',
  ask: (facts) => {
    if (!facts.local.policy.ok || facts.remote === null) return null;
    return proofOf(facts)?.critical === 'review' ? null : finding('doctor/comment-believed', {});
  },
};

function proofOf({ local: { policy } }: DoctorFacts): { high?: string; critical?: string } | undefined {
  return policy.ok ? policy.value.approvals?.['checklist-proof'] : undefined;
}
