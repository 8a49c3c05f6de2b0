import type { ApprovalsView } from '../../check/types.ts';
import { formatUtc } from '../format-time.ts';
import { joinWords } from '../format-count.ts';
import type { ApprovalLine, Stand } from './types.ts';

const mostNames = 4;

const waits: Readonly<Record<Stand, string>> = {
  blocked: 'Please wait: the fix changes the content, an approval now would not count.',
  held: 'Please wait: approvals are taken when nothing is blocked.',
  waiting: '',
  ready: '',
  done: '',
};

/** Who is missing first, then who counts, then who does not and why. */
export function sayApprovals(approvals: ApprovalsView, stand: Stand): readonly ApprovalLine[] {
  return [
    ...approvals.missing.map(({ rule, whoCan, hint }): ApprovalLine => {
      if (hint !== undefined) return { is: 'missing', who: rule, words: hint };
      return { is: 'missing', who: `${rule}: ${namesOf(whoCan)}. Missing.`, words: waits[stand] };
    }),
    ...approvals.counted.map(({ who, trust, at, said = [] }): ApprovalLine => {
      const when = at === undefined ? '' : `, ${formatUtc(new Date(at))}`;
      const again = stand === 'blocked' ? ' Will be asked again after the fix.' : '';
      const words = [`approved${when} (${trustWords(trust)}).${again}`, ...said].join(' ');
      return { is: 'counted', who, words };
    }),
    ...approvals.ignored.map(({ who, why }): ApprovalLine => ({ is: 'ignored', who, words: `does not count: ${why}` })),
  ];
}

function namesOf(people: readonly string[]): string {
  if (people.length === 0) return 'nobody can give it yet; the group in mergecast.yaml has nobody left';
  if (people.length <= mostNames) return joinWords(people, 'or');
  return joinWords([...people.slice(0, mostNames - 1), `${people.length - mostNames + 1} others`], 'or');
}

function trustWords(trust: string): string {
  return trust === 'on-trust' ? 'on trust, not signed' : trust;
}
