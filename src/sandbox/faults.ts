import { objectOf, textOf } from './kit/index.ts';
import type { Draft } from './state.ts';

/** Every way in which a call can go wrong. */
export const faultKinds = [
  'timeout-before-effect',
  'timeout-after-effect',
  'reset-after-effect',
  '500-before-effect',
  '500-after-effect',
  '429',
  '401',
  'malformed',
  'redirect',
  'slow',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Kinds that stop a call before anything happens. */
export const faultsBefore: ReadonlySet<FaultKind> = new Set([
  'timeout-before-effect',
  '500-before-effect',
  '429',
  '401',
  'redirect',
]);

/** A fault that waits for its call. */
export interface Fault {
  /** `*` for any. */
  readonly platform: string;
  /** Name of an operation, or `*` for any that changes something. */
  readonly operation: string;
  readonly kind: FaultKind;
  /** How many calls it still meets. */
  readonly times: number;
}

const table = 'faults';

/** Faults that wait, in the order in which they were asked for. */
export function waitingFaults(draft: Draft): Fault[] {
  return draft.entries(table).map(([, value]) => value as Fault);
}

/** Takes the first fault that fits a call, and counts it down. */
export function takeFault(
  draft: Draft,
  call: { platform: string; operation: string; reads: boolean },
): FaultKind | null {
  for (const [id, value] of draft.entries(table)) {
    const fault = value as Fault;
    if (fault.platform !== '*' && fault.platform !== call.platform) continue;
    if (fault.operation === '*' ? call.reads : fault.operation !== call.operation) continue;
    draft.set(table, id, fault.times > 1 ? { ...fault, times: fault.times - 1 } : null);
    return fault.kind;
  }
  return null;
}

/** Reads what a test asks for: the fault, or what is wrong with it. `names` are the operations by platform. */
export function readFault(value: unknown, names: ReadonlyMap<string, readonly string[]>): Fault | string {
  const asked = objectOf(value);
  const platform = textOf(asked['platform']) || '*';
  // `blog/publish`, as reports write it, means the operation `publish`.
  const operation = (textOf(asked['operation']) || '*').split('/').at(-1) ?? '*';
  const kind = faultKinds.find((known) => known === textOf(asked['kind']));
  const times = asked['times'] ?? 1;
  if (!fits(platform, [...names.keys()])) return `platform is * or one of ${[...names.keys()].join(', ')}`;
  if (kind === undefined) return `kind is one of ${faultKinds.join(', ')}`;
  if (!isCount(times)) return 'times is a number from 1';
  const known = names.get(platform) ?? [...names.values()].flat();
  if (!fits(operation, known)) return `operation is * or one of ${known.join(', ')}`;
  return { platform, operation, kind, times };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0;
}

function fits(word: string, known: readonly string[]): boolean {
  return word === '*' || known.includes(word);
}

/** Puts a fault behind those that wait already. */
export function addFault(draft: Draft, fault: Fault): void {
  draft.set(table, String(draft.count(table)), fault);
}
