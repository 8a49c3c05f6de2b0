import { decodeTime } from 'ulid';
import type { World } from '../core/identity.ts';

/** Where the journal of one world lives. */
export interface RefNames {
  readonly prefix: string;
  readonly log: string;
  readonly control: string;
  /** Prefix of all executions' journals, and of all ledgers. */
  readonly executions: string;
  readonly ledgers: string;
  execution(executionId: string): string;
  ledger(brand: string, month: string): string;
}

/** Ref names of a world. All sandboxes share one prefix; their executions differ by id. */
export function refNames(world: World): RefNames {
  const prefix = `refs/heads/${world === 'live' ? 'mergecast' : 'mergecast-sandbox'}/`;
  return {
    prefix,
    log: `${prefix}log`,
    control: `${prefix}control`,
    executions: `${prefix}x/`,
    ledgers: `${prefix}budget/`,
    execution: (executionId) => `${prefix}x/${executionId.slice(0, 2)}/${executionId}`,
    ledger: (brand, month) => `${prefix}budget/${brand}/${month}`,
  };
}

/** UTC month of the ULID's own time: a path that never changes, whatever the schedule does. */
export function monthOfUlid(id: string): string {
  return new Date(decodeTime(id)).toISOString().slice(0, 7);
}

/** Where the sealed log of an execution lies on the log branch. */
export function logPath(brand: string, id: string, generation: number): string {
  return `logs/${brand}${logPathEnd(id, generation)}`;
}

/** The end of that path, which is the same under every brand. */
export function logPathEnd(id: string, generation: number): string {
  return `/${monthOfUlid(id)}/${id}.${generation}.json`;
}

/** Where the log branch says which execution carries on an ended one. */
export function continuedPath(executionId: string): string {
  return `continued/${executionId.slice(0, 2)}/${executionId}.json`;
}
