import { finding } from '../../../core/finding.ts';
import { approversOf } from '../approvers-of.ts';
import type { Question } from '../types.ts';

export const accountsListed: Question = {
  code: 'doctor/no-account',
  page: 'people',
  fine: () => 'Everybody who approves is known by the number of an account.',
  ask: ({ local: { policy }, remote }) => {
    if (!policy.ok || remote === null) return null;
    const without = approversOf(policy.value).filter((one) => !one.isTeam && one.accounts[remote.kind].length === 0);
    if (without.length === 0) return null;
    const people = [...new Set(without.map(({ name }) => name))];
    return finding('doctor/no-account', { people, forge: remote.kind, writers: writersOf(remote.writers) });
  },
};

function writersOf(writers: NonNullable<Parameters<Question['ask']>[0]['remote']>['writers']): string {
  if (writers.is !== 'known') return '';
  const known = writers.value.filter(({ id }) => id !== null && id > 0).slice(0, 20);
  return known.map(({ login, id }) => `${login} ${id ?? ''}`).join(', ');
}
