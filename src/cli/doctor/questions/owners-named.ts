import { finding } from '../../../core/finding.ts';
import type { Question } from '../types.ts';

export const ownersNamed: Question = {
  code: 'doctor/no-owners',
  fine: () => 'The rules have owners.',
  ask: ({ local: { policy } }) => {
    if (!policy.ok) return null;
    const { groups = {}, 'control-plane': plane } = policy.value;
    const owners = (plane?.owners ?? []).flatMap((group) => groups[group] ?? []);
    return owners.length === 0 ? finding('doctor/no-owners', {}) : null;
  },
};
