import type { SandboxAnswer } from './part.ts';

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): SandboxAnswer {
  return { status, json: value, headers };
}

/** Done, with nothing to say. */
export const noContent: SandboxAnswer = { status: 204 };
