import type { Action, AssembleContext, StepPlan } from '../../../core/contract.ts';
import type { Finding } from '../../../core/finding.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { ofOperation } from '../../../core/template.ts';
import type { Input } from '../../../generated/types/actions/sendgrid.send-campaign.ts';
import { checkInput } from '../check-input.ts';
import { draftOperation } from '../draft-operation.ts';
import { limits } from '../limits.ts';
import { measureList } from '../measure-list.ts';
import { create, deletion, schedule, sends } from '../operations.ts';
import { previewEmail } from '../preview-email.ts';
import { verifySend } from '../verify-send.ts';

/** One e-mail to one list: a draft first, sent last. */
export const action: Action<Input> = {
  id: 'sendgrid/send-campaign',
  title: 'E-mail campaign',
  version: 1,
  channel: 'email',
  references: [{ pointer: '/content', as: 'content' }],
  outputs: {},
  limits,
  riskFloor: 'medium',
  reversibility: 'none',
  assemble,
  preview: (step) => step.operations.filter(({ kind }) => kind === 'create').map(previewEmail),
  operations: { create, schedule, delete: deletion },
  measure: measureList,
  verify: verifySend,
};

function assemble(input: Input, context: AssembleContext): Result<StepPlan> {
  const problems: readonly Finding[] = checkInput(input, context);
  const draft = draftOperation(input, context);
  if (problems.length > 0) return failure(problems);
  const { list, size, consent, markets, tolerance } = input.audience;
  return success({
    operations: [
      draft,
      {
        id: 'send',
        kind: 'schedule',
        phase: 'activate',
        effect: 'live',
        needs: [draft.id],
        provider: { class: 'P', lag: 'PT2S' },
        request: {
          method: 'PUT',
          path: { $parts: [`${sends}/`, ofOperation(draft, 'id', 'id', 'url-component'), '/schedule'] },
          json: { send_at: 'now' },
        },
        undo: [],
      },
    ],
    outputs: {},
    audience: {
      list,
      size,
      tolerance: tolerance ?? 10,
      consent,
      channel: 'email',
      markets: [...(markets ?? context.profile.target_markets ?? [])],
    },
    fees: [],
    reversibility: 'none',
    'undo-in-words': 'An e-mail that was sent cannot be called back. Until then the draft is deleted.',
    words: `E-mail "${input.subject}" to ${size.toLocaleString('en-US')} people on the list ${list}`,
  });
}
