import type { Plan } from '../generated/types/plan.ts';
import type { Policy, Rule } from '../generated/types/policy.ts';

/** A file that answers a question of the journal. */
interface DecisionSubject {
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
export function decisionInput(subject: DecisionSubject, policy: Policy): AgreementInput {
  const groups = policy.roles?.['resolve'] ?? [];
  const from = groups.length === 0 ? ['(nobody has the role resolve)'] : groups;
  return agreementInput(subject, { name: settlingRule, count: 1, from }, policy);
}

/** A change of what decides, by the digest of its files. */
export interface ControlSubject {
  readonly commit: string;
  readonly digest: string;
  /** Groups that own it. */
  readonly owners: readonly string[];
}

/** What the evaluator is asked about a change of the control plane: one of its owners who did not write it has to agree. */
export function controlInput({ commit, digest, owners }: ControlSubject, policy: Policy): AgreementInput {
  const subject = { repository: policy.repository, brand: '', id: commit, generation: 1, folder: '', digest, words: 'A change of what decides' }; // prettier-ignore
  return agreementInput(subject, { name: 'Control plane (its owners)', count: 1, from: [...owners] }, policy);
}

/** Something that people agree to by its bytes, and by which nothing goes out. */
interface AgreementInput {
  readonly plan: Plan;
  readonly policy: Policy;
}

function agreementInput(
  { repository, brand, id, generation, folder, digest, words }: DecisionSubject,
  rule: Rule,
  policy: Policy,
): AgreementInput {
  const effects: Plan['effects'] = { version: 1, repository, id, generation, brand, 'on-failure': 'stop', steps: [], media: [] }; // prettier-ignore
  const explanation: Plan['explanation'] = { summary: words, path: folder, risk: 'low', 'risk-reasons': [], audience: 0, reversibility: 'none', steps: [], previews: [] }; // prettier-ignore
  return {
    plan: { version: 1, digest, effects, explanation },
    policy: { ...policy, approvals: { ...policy.approvals, rules: [rule] } },
  };
}
