import type { Finding } from './finding.ts';

/** An expected success or failure; failures list every problem at once. Bugs are exceptions instead. */
export type Result<T, E = readonly Finding[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value as success. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps problems as failure. */
export function failure<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** All values, or the problems of all that failed. */
export function combine<T>(results: readonly Result<T>[]): Result<T[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.error));
  if (problems.length > 0) return failure(problems);
  return success(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

/** For the default branch of a switch: the compiler finds the forgotten case. */
export function unreachable(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
