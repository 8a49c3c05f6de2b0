import { requirementsFor, spendToConfirm, type ApprovalInput } from '../authorize/index.ts';

/** What an approving review of one execution has to contain, line by line, ready to be pasted; what is in capitals is to be filled in. */
export function reviewLines(input: ApprovalInput): readonly string[] {
  const { plan, policy, markets, teams } = input;
  const requirements = requirementsFor(plan, policy, markets, teams);
  const questions = requirements.flatMap(({ questions: asked = [] }) => asked);
  const sum = spendToConfirm(input);
  return [
    `Digest: ${plan.digest}`,
    ...(sum === null
      ? []
      : [`Spend: ${sum.amounts}`, ...(sum.overage === undefined ? [] : [`Over by: ${sum.overage}`])]),
    ...questions.map(({ id, ask }) => `Answer ${id}: YOUR ANSWER TO "${ask}"`),
    ...(requirements.some(({ client }) => client === true) ? ['Client: WHO AGREED, HOW AND WHEN'] : []),
  ];
}
