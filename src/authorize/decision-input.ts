import type { Plan } from '../generated/types/plan.ts';
import type { Policy } from '../generated/types/policy.ts';

/** A file that answers a question of the journal. */
export interface DecisionSubject {
  readonly repository: string;
  readonly brand: string;
  /** ULID and generation of the execution that asks. */
  readonly id: string;
  readonly generation: number;
  readonly folder: string;
  readonly digest: string;
  /** The decision in a sentence. */
  readonly words: string;
}

/** Name of the one rule that a decision has to meet. */
export const settlingRule = 'Answer a question (role resolve)';

/**
 * What the evaluator is asked about a decision: nothing goes out by it, and one person with the role `resolve` who did not
 * write it has to agree. Without such a role nobody can: no group is called like this.
 */
export function decisionInput(
  { repository, brand, id, generation, folder, digest, words }: DecisionSubject,
  policy: Policy,
): { readonly plan: Plan; readonly policy: Policy } {
  const groups = policy.roles?.['resolve'] ?? [];
  const from = groups.length === 0 ? ['(nobody has the role resolve)'] : groups;
  const effects: Plan['effects'] = { version: 1, repository, id, generation, brand, 'on-failure': 'stop', steps: [], media: [] }; // prettier-ignore
  const plan: Plan = {
    version: 1,
    digest,
    effects,
    explanation: {
      summary: words,
      path: folder,
      risk: 'low',
      'risk-reasons': [],
      audience: 0,
      reversibility: 'none',
      steps: [],
      previews: [],
    },
  };
  return {
    plan,
    policy: { ...policy, approvals: { ...policy.approvals, rules: [{ name: settlingRule, count: 1, from }] } },
  };
}
