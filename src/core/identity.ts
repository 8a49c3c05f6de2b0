import type { Effects } from '../generated/types/plan.ts';
import { hashOf } from './canonical.ts';

/** `live`, or `sandbox:<instance>`: a trial has other ids and refs, so it never consumes the real identity. */
export type World = 'live' | `sandbox:${string}`;

/** What makes an execution itself: never a path, a merge commit or content. */
export interface Identity {
  readonly repository: string;
  readonly id: string;
  readonly generation: number;
}

/** Lower hex SHA-256 of RFC 8785 `[world, repository, id, generation]`. */
export function executionIdOf(world: World, identity: Identity): string {
  return hashOf([world, identity.repository, identity.id, identity.generation]);
}

/** The key sent to the platform: the same for every attempt, so that a repeat is recognised. */
export function operationKeyOf(executionId: string, step: string, operation: string, direction: 'do' | 'undo'): string {
  return hashOf([executionId, step, operation, direction]);
}

/** `mc1:sha256:...` over the canonical effects: the exact content that people approve. */
export function digestOf(effects: Effects): string {
  return `mc1:sha256:${hashOf(effects)}`;
}

/** What approvals of an answer to a question name: like an execution's identity, and never one. */
export function decisionIdOf(repository: string, execution: string, question: string): string {
  return hashOf(['decision', repository, execution, question]);
}
