import type { Evidence } from '../generated/types/evidence.ts';
import type { Policy } from '../generated/types/policy.ts';
import type { LoadedStep } from '../load/types.ts';
import {
  brandForTest,
  executionForTest,
  registryForTest,
  stepForTest,
  type NoteInput,
} from '../plan/execution-for-test.ts';
import { loadActions, planExecution } from '../plan/index.ts';
import type { GateContext } from './types.ts';

const repository = '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11';

/** A consent that covers everything that `audienceForTest` states. */
export const consentForTest: Evidence = {
  version: 1,
  kind: 'consent',
  source: 'sign-up form',
  date: '2026-10-15',
  channels: ['email'],
  markets: ['DE'],
  list: 'news',
  size: 1000,
  suppression: true,
};

/** 1,000 people in Germany who agreed. */
export const audienceForTest: NonNullable<NoteInput['audience']> = {
  list: 'news',
  size: 1000,
  tolerance: 10,
  consent: 'double-opt-in',
  channel: 'email',
  markets: ['DE'],
};

export interface ContextChanges extends Partial<Omit<GateContext, 'policy' | 'brand'>> {
  readonly steps?: readonly LoadedStep[];
  readonly manifest?: Partial<GateContext['execution']['manifest']>;
  readonly policy?: Partial<Policy>;
  readonly brand?: Parameters<typeof brandForTest>[0];
  /** The record that the audience names; undefined: there is none. */
  readonly consent?: Evidence | undefined;
}

/** What a gate sees of a note that is planned for 2 March 2027, 09:00 in Berlin, looked at on 21 February. */
export async function contextForTest(changes: ContextChanges = {}): Promise<GateContext> {
  const { steps = [stepForTest('note')], manifest = {}, policy = {}, brand = {}, ...rest } = changes;
  const consent = 'consent' in changes ? changes.consent : consentForTest;
  const records = consent === undefined ? [] : [['double-opt-in', { evidence: consent, file: 'brands/acme/evidence/double-opt-in.yaml' }] as const]; // prettier-ignore
  const schedule = { at: '2027-03-02T09:00', timezone: 'Europe/Berlin' };
  const execution = executionForTest(steps, { schedule, ...manifest });
  const judging = brandForTest({ evidence: new Map(records), ...brand });
  const plan = await planExecution(execution, judging, repository, registryForTest);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return {
    execution,
    plan: plan.value,
    actions: await loadActions(steps, registryForTest),
    brand: judging,
    newEvidence: new Set(),
    changedEvidence: new Set(),
    policy: {
      policy: { version: 1, repository, ...bound, ...policy },
      sha256: '',
      file: 'mergecast.yaml',
      place: (pointer) => ({ file: 'mergecast.yaml', evidence: pointer }),
    },
    now: new Date('2027-02-21T12:00:00Z'),
    isChanged: true,
    reserved: [],
    ran: null,
    ...rest,
  };
}

const bound = { secrets: { ACME_TOKEN: { platform: 'paper', hosts: ['acme.example'], brands: ['acme'] } } };
