import type { Action, AssembleContext, StepPlan } from '../../../core/contract.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { formatMoney } from '../../../core/money.ts';
import type { Input } from '../../../generated/types/actions/google-ads.launch-search-campaign.ts';
import { checkCampaign, type Campaign } from '../check-campaign.ts';
import { createOperation } from '../create-operation.ts';
import { enableOperation } from '../enable-operation.ts';
import { limits } from '../limits.ts';
import { create, enable, pause, remove } from '../operations.ts';
import { previewAd } from '../preview-ad.ts';
import { rehearseCampaign } from '../rehearse-campaign.ts';
import { verifyCampaign } from '../verify-campaign.ts';

/** One search campaign: made whole and paused, started last. */
export const action: Action<Input> = {
  id: 'google-ads/launch-search-campaign',
  title: 'Search ads',
  version: 1,
  channel: 'ads',
  references: [{ pointer: '/ads', as: 'data' }],
  outputs: { campaign: { type: 'id', maxLength: 20 } },
  limits,
  riskFloor: 'medium',
  reversibility: 'stop-further',
  assemble,
  preview: (step) => step.operations.filter(({ kind }) => kind === 'create').map(previewAd),
  operations: { create, enable, pause, remove },
  rehearse: rehearseCampaign,
  verify: verifyCampaign,
};

function assemble(input: Input, context: AssembleContext): Result<StepPlan> {
  const checked = checkCampaign(input, context);
  if (!checked.ok) return failure(checked.error);
  const { budget, days } = checked.value;
  const made = createOperation(input, checked.value, context);
  return success({
    operations: [made, enableOperation(made, context)],
    outputs: { campaign: { operation: made.id, field: 'id', type: 'id', 'max-length': 20 } },
    spend: {
      total: budget.total,
      daily: budget.daily,
      ...(days.starts !== undefined && { starts: days.starts }),
      ends: days.ends,
    },
    fees: [],
    reversibility: 'stop-further',
    'undo-in-words': 'The campaign is paused and removed. What was spent until then is spent.',
    words: wordsFor(checked.value),
  });
}

/** How the total is kept stands in the checklist: it is what people approve. */
function wordsFor({ budget, days, countries }: Campaign): string {
  const guessed = days.from === 'id' ? ' (no last day was given, so two weeks to approve and merge are added)' : '';
  return [
    `Search ads in ${countries.join(', ')} until ${days.ends}${guessed}`,
    `at most ${formatMoney(budget.total)} in all, kept by Google`,
    `about ${formatMoney(budget.daily)} a day; single days may cost more`,
  ].join('; ');
}
