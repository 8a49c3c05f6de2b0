import { finding } from '../../../core/finding.ts';
import { peopleOfRule } from '../approvers-of.ts';
import type { Question } from '../types.ts';

export const authorStandIn: Question = {
  code: 'doctor/author-deadlock',
  fine: () => 'Whoever writes something, somebody else can approve it.',
  ask: ({ local: { policy } }) => {
    if (!policy.ok) return null;
    const tight = (policy.value.approvals?.rules ?? []).filter((rule) => {
      const { people, hasTeam } = peopleOfRule(rule, policy.value);
      return !hasTeam && people.length === rule.count;
    });
    const people = [...new Set(tight.flatMap((rule) => peopleOfRule(rule, policy.value).people))];
    if (tight.length === 0) return null;
    return finding('doctor/author-deadlock', { rules: tight.map(({ name }) => name), people });
  },
};
