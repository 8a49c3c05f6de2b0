import type { AssembleContext } from '../../core/contract.ts';
import { join, ofOperation } from '../../core/template.ts';
import type { Operation, Template } from '../../generated/types/plan.ts';
import { mutatePath } from './mutate-request.ts';
import { accountPath } from './query.ts';

/** Starting the campaign: from here on it costs money. */
export function enableOperation(made: Operation, { connection }: AssembleContext): Operation {
  const campaign = join(
    `${accountPath(connection).replace(/^\/v\d+\//, '')}/campaigns/`,
    ofOperation(made, 'id', 'id'),
  );
  return {
    id: 'enable',
    kind: 'enable',
    phase: 'activate',
    effect: 'spend',
    needs: [made.id],
    // Setting a status twice sets it once; a look at it tells whether it was set.
    provider: { class: 'P', lag: 'PT2S' },
    request: { method: 'POST', path: mutatePath(connection), json: setStatus(campaign, 'ENABLED') },
    undo: [
      {
        kind: 'pause',
        words: 'The campaign is paused; what was spent until then is spent.',
        request: { method: 'POST', path: mutatePath(connection), json: setStatus(campaign, 'PAUSED') },
      },
    ],
  };
}

function setStatus(resourceName: Template, status: 'ENABLED' | 'PAUSED'): Record<string, unknown> {
  return { mutateOperations: [{ campaignOperation: { update: { resourceName, status }, updateMask: 'status' } }] };
}
