import { success, type Result } from '../../../core/result.ts';
import { readOne, type Reader } from './read-answers.ts';
import type { ForgeClient, Question } from './types.ts';

const pause = 1000;

/**
 * Creates something and survives a lost answer: where it is not known whether the forge took it, `lookUp` tells; only
 * what is not there is sent once more.
 */
export async function createOnce<T>(
  client: ForgeClient,
  question: Question,
  reader: Reader<T>,
  lookUp: () => Promise<Result<T | null>>,
): Promise<Result<T>> {
  const created = await readOne(client, question, reader);
  if (created.ok || !isUncertain(created)) return created;
  await client.wait(pause);
  const there = await lookUp();
  if (!there.ok) return created;
  return there.value === null ? readOne(client, question, reader) : success(there.value);
}

/** Whether a failed write may have happened, or certainly never arrived. */
export function isUncertain(result: Result<unknown>): boolean {
  return (
    !result.ok && result.error.some(({ code }) => code === 'forge/unknown-outcome' || code === 'forge/unreachable')
  );
}
