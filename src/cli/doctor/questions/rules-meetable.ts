import { finding } from '../../../core/finding.ts';
import { peopleOfRule } from '../approvers-of.ts';
import type { Question } from '../types.ts';

export const rulesMeetable: Question = {
  code: 'doctor/unmeetable-rule',
  fine: () => 'For every rule of approval there are enough people.',
  ask: ({ local: { policy } }) => {
    if (!policy.ok) return null;
    for (const rule of policy.value.approvals?.rules ?? []) {
      const missing = rule.from.filter((group) => policy.value.groups?.[group] === undefined);
      const { people, hasTeam } = peopleOfRule(rule, policy.value);
      const isShort = !hasTeam && people.length < rule.count;
      if (missing.length > 0 || isShort)
        return finding('doctor/unmeetable-rule', { rule: rule.name, count: rule.count, people: people.length, missing }); // prettier-ignore
    }
    return null;
  },
};
