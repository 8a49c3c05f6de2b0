import type { Action, Connector, Outcome, Probe, ProbeContext, ReadClient } from '../../../src/core/contract.ts';
import { finding } from '../../../src/core/finding.ts';
import type { Answer } from '../../../src/core/ports.ts';
import type { Registry } from '../../../src/core/registry.ts';
import { success } from '../../../src/core/result.ts';
import { join, key, leaf, ofOperation, ofReceipt } from '../../../src/core/template.ts';
import type { Operation } from '../../../src/generated/types/plan.ts';

/** What a step of the simulation says. */
export interface PinInput {
  readonly provider: 'K' | 'P' | 'N';
  /** Class of the draft that is made first; none: the pin is all. */
  readonly draft?: 'K' | 'P' | 'N';
  readonly undo: boolean;
  readonly text?: string;
}

/** How long the platform remembers keys, and how long a new object is hidden from look-ups. */
export const keyWindow = 'PT1H';
export const readLag = 'PT1S';
export const origin = 'https://paper.example';

const providers = {
  K: { class: 'K', window: keyWindow },
  P: { class: 'P', lag: readLag },
  N: { class: 'N' },
} as const;

const action: Action<PinInput> = {
  id: 'paper/pin',
  title: 'Pin',
  version: 1,
  channel: 'web',
  references: [],
  outputs: { url: { type: 'url', maxLength: 100 } },
  limits: [],
  riskFloor: 'low',
  assemble: (input, context) => {
    const text = context.template(input.text ?? 'Hello', 'none');
    const drafts = input.draft === undefined ? [] : [draftOperation(input.draft, context.step, text)];
    const dressed = drafts.map((one) => dressOperation(one));
    const draft = drafts[0] === undefined ? null : leaf(ofOperation(drafts[0], 'id', 'id'));
    return success({
      operations: [...drafts, ...dressed, pinOperation(input, context.step, text, draft)],
      outputs: { url: { operation: 'pin', field: 'url', type: 'url', origin, 'max-length': 100 } },
      fees: [],
      reversibility: input.undo ? 'full' : 'none',
      'undo-in-words': 'It is taken off the wall.',
      words: 'a pin',
    });
  },
  preview: () => [],
  operations: {
    draft: { interpret: readMade, probe: findByKey },
    dress: { interpret: readTaken },
    pin: {
      interpret: readMade,
      probe: findByKey,
      isUnchanged: async ({ receipt }, read) => !(await isEdited(await read.get(`/things/${receipt.id}`))),
    },
    take: { interpret: readTaken, probe: isGone },
    shred: { interpret: readTaken },
  },
  verify: async () => ({ verdict: 'as-approved', words: 'as planned' }),
};

function draftOperation(provider: 'K' | 'P' | 'N', step: string, text: unknown): Operation {
  return {
    id: 'draft',
    kind: 'draft',
    phase: 'prepare',
    effect: 'inert',
    needs: [],
    provider: providers[provider],
    request: { method: 'POST', path: '/things', json: { what: 'draft', provider, step, text, key: leaf(key) } },
    undo: [{ kind: 'shred', request: { method: 'DELETE', path: join('/things/', ofReceipt('id', 'id')) }, words: '' }],
  };
}

/** Needs the draft of the same batch, and may be repeated as often as one likes. */
function dressOperation(draft: Operation): Operation {
  const path = join('/things/', ofOperation(draft, 'id', 'id'));
  return {
    id: 'dress',
    kind: 'dress',
    phase: 'prepare',
    effect: 'inert',
    needs: ['draft'],
    provider: { class: 'K', window: 'P1D' },
    request: { method: 'PUT', path, json: { dressed: true } },
    undo: [],
  };
}

function pinOperation({ provider, undo }: PinInput, step: string, text: unknown, draft: unknown): Operation {
  const take = {
    kind: 'take',
    request: { method: 'DELETE' as const, path: join('/things/', ofReceipt('id', 'id')) },
    words: '',
  };
  return {
    id: 'pin',
    kind: 'pin',
    phase: 'activate',
    effect: 'live',
    needs: draft === null ? [] : ['draft', 'dress'],
    provider: providers[provider],
    request: { method: 'POST', path: '/things', json: { what: 'pin', provider, step, text, draft, key: leaf(key) } },
    undo: undo ? [take] : [],
  };
}

function readMade(answer: Answer & { is: 'answer' }): Outcome {
  if (answer.status === 201) return { is: 'done', receipt: receiptOf(answer.text) };
  return readTrouble(answer);
}

function readTaken(answer: Answer & { is: 'answer' }): Outcome {
  if (answer.status === 200) return { is: 'done', receipt: receiptOf(answer.text) };
  return answer.status === 404 ? { is: 'nothing-to-undo', why: 'it is gone' } : readTrouble(answer);
}

function readTrouble({ status }: Answer & { is: 'answer' }): Outcome {
  if (status === 429) return { is: 'throttled', seconds: 1 };
  if (status >= 500) return { is: 'unknown', why: `status ${status}` };
  return { is: 'refused', finding: finding('transport/unreachable', { origin, why: `status ${status}` }) };
}

async function findByKey({ key: wanted, operation }: ProbeContext, read: ReadClient): Promise<Probe> {
  if (operation.provider.class !== 'P') return { is: 'cannot-tell', why: 'the platform keeps no reference' };
  const answer = await read.get('/things', { key: wanted });
  if (answer.is !== 'answer') return { is: 'cannot-tell', why: answer.why };
  return answer.status === 200 ? { is: 'found', receipt: receiptOf(answer.text) } : { is: 'absent' };
}

async function isGone({ receipt }: ProbeContext, read: ReadClient): Promise<Probe> {
  const answer = await read.get(`/things/${receipt?.id ?? ''}`);
  if (answer.is !== 'answer') return { is: 'cannot-tell', why: answer.why };
  return answer.status === 404 ? { is: 'found', receipt: { id: receipt?.id ?? '' } } : { is: 'absent' };
}

async function isEdited(answer: Answer): Promise<boolean> {
  return answer.is === 'answer' && answer.status === 200 && answer.text.includes('"edited":true');
}

function receiptOf(text: string): { id: string; url: string } {
  const { id } = JSON.parse(text) as { id: string };
  return { id, url: `${origin}/${id}` };
}

const connector: Connector = {
  id: 'paper',
  title: 'Paper',
  contract: 1,
  docs: '',
  api: { version: '1', source: 'test', readOn: '2026-11-23' },
  origin: 'connection',
  secrets: [],
  settings: {},
  credentials: () => ({}),
  actions: ['pin'],
  preflight: async () => success({}),
};

/** Knows the platform `paper` alone. */
export const paperRegistry: Registry = {
  connectors: { paper: async () => connector },
  actions: { 'paper/pin': { load: async () => action, references: [], validate: async () => () => true } },
};
