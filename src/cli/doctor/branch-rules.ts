import type { BranchRule } from '../../core/forge.ts';
import { coversBranch } from './covers-branch.ts';
import type { DoctorFacts, RemoteFacts, Verdict } from './types.ts';
import { whenKnown } from './when-known.ts';

/** Active rules that concern a branch. Of several the strictest holds. */
export function rulesOn(branch: string, rules: readonly BranchRule[], remote: RemoteFacts): readonly BranchRule[] {
  return rules.filter((rule) => rule.active && coversBranch(rule, branch, remote.kind));
}

/** What a question about the default branch is told: its active rules, and words for a finding. */
export interface DefaultBranch {
  readonly rules: readonly BranchRule[];
  readonly on: { readonly branch: string; readonly forge: RemoteFacts['kind'] };
  readonly remote: RemoteFacts;
}

/** Asks about the rules of the default branch, as the forge names it. */
export function ofDefaultBranch(facts: DoctorFacts, judge: (branch: DefaultBranch) => Verdict): Verdict {
  return whenKnown(facts, (remote) => remote.rules, (rules, remote) => {
    const branch = defaultBranchOf(facts);
    return judge({ rules: rulesOn(branch, rules, remote), on: { branch, forge: remote.kind }, remote });
  }); // prettier-ignore
}

/** Name of the default branch: the forge knows better than a clone. */
export function defaultBranchOf({ local, remote }: DoctorFacts): string {
  return remote?.repository.is === 'known' ? remote.repository.value.defaultBranch : local.defaultBranch;
}
