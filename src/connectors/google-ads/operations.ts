import type { Outcome, OperationBehaviour, Receipt } from '../../core/contract.ts';
import type { Answer } from '../../core/ports.ts';
import { findById, findByName } from './find-campaign.ts';
import { at, listAt, readJson, textAt } from '../answer.ts';
import { errorsIn, failureOutcomeOf } from './read-answer.ts';

type Received = Answer & { is: 'answer' };

/** Making everything at once: budget, campaign, group, ad and keywords; paused, so nobody sees it. */
export const create: OperationBehaviour = {
  interpret: (answer, { connection, marker }): Outcome => {
    const receipt = receiptIn(answer);
    if (receipt !== null) return { is: 'done', receipt };
    // The name is taken, and our marker is in it: an earlier attempt did it. The look-up finds out which one it is.
    const isOurs = errorsIn(answer).some(
      ({ code, trigger }) => code === 'DUPLICATE_CAMPAIGN_NAME' && trigger.includes(marker),
    );
    if (isOurs) return { is: 'unknown', why: 'Google Ads holds a campaign of this name already, and the name is ours' };
    return failureOutcomeOf(answer, connection, 'make the campaign');
  },
  probe: async ({ connection, request }, read) => {
    const found = await findByName(read, connection, nameIn(request.json));
    if ('is' in found) return found;
    const alive = found.find(({ status }) => status !== 'REMOVED');
    if (alive !== undefined) return receiptFor(alive.id);
    return found.length === 0
      ? { is: 'absent' }
      : { is: 'cannot-tell', why: 'the campaign was made, and then removed by somebody' };
  },
  // Paused, as the undo of the start leaves it: who has started it since wants to keep it.
  isUnchanged: async ({ connection, receipt, marker }, read) => {
    const found = await findById(read, connection, receipt.id);
    return !('is' in found) && found.every(({ name, status }) => name.includes(marker) && status !== 'ENABLED');
  },
};

/** Setting the status of a campaign: enabled, paused or removed. */
function statusChange(what: string, reached: readonly string[]): OperationBehaviour {
  return {
    interpret: (answer, { connection, request }): Outcome => {
      if (receiptIn(answer) !== null) return { is: 'done', receipt: { id: idIn(request.json) } };
      const isGone = errorsIn(answer).some(({ code }) => code === 'OPERATION_NOT_PERMITTED_FOR_REMOVED_RESOURCE');
      if (isGone && !reached.includes('ENABLED'))
        return { is: 'nothing-to-undo', why: 'the campaign was removed before' };
      return failureOutcomeOf(answer, connection, what);
    },
    probe: async ({ connection, request }, read) => {
      const id = idIn(request.json);
      const found = await findById(read, connection, id);
      if ('is' in found) return found;
      const status = found[0]?.status ?? 'gone';
      if (reached.includes(status)) return receiptFor(id);
      return status === 'ENABLED' || status === 'PAUSED'
        ? { is: 'absent' }
        : { is: 'cannot-tell', why: `the campaign is ${status.toLowerCase()} in Google Ads` };
    },
  };
}

export const enable = statusChange('start the campaign', ['ENABLED']);
export const pause = statusChange('pause the campaign', ['PAUSED', 'REMOVED']);
export const remove = statusChange('remove the campaign', ['REMOVED']);

function receiptFor(id: string): { readonly is: 'found'; readonly receipt: Receipt } {
  return { is: 'found', receipt: { id } };
}

/** The id of the campaign, out of the names of everything that a mutate made or changed. */
function receiptIn(answer: Received): Receipt | null {
  if (answer.status !== 200) return null;
  const names = listAt(readJson(answer), 'mutateOperationResponses').map((response) =>
    textAt(response, 'campaignResult', 'resourceName'),
  );
  const id = names.flatMap((name) => /^customers\/\d+\/campaigns\/(\d{1,20})$/.exec(name)?.[1] ?? [])[0];
  return id === undefined ? null : { id };
}

function nameIn(json: unknown): string {
  const campaign = listAt(json, 'mutateOperations').find((one) => at(one, 'campaignOperation') !== undefined);
  return textAt(campaign, 'campaignOperation', 'create', 'name');
}

function idIn(json: unknown): string {
  const operation = at(json, 'mutateOperations', 0, 'campaignOperation');
  const name = textAt(operation, 'update', 'resourceName') || textAt(operation, 'remove');
  return name.split('/').at(-1) ?? '';
}
