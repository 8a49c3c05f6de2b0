import { finding } from '../../../core/finding.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { listAll } from './list-all.ts';
import type { ForgeClient, Question } from './types.ts';

/** Understands a part of an answer; null: it is not what it should be. */
export type Reader<T> = (data: unknown) => T | null;

/** Asks for one thing. */
export async function readOne<T>(client: ForgeClient, question: Question, reader: Reader<T>): Promise<Result<T>> {
  const reply = await client.ask(question);
  return reply.ok ? understand(question, [reply.value.data], reader, ([one]) => one as T) : reply;
}

/** Asks for one thing that may not be there: then null. */
export async function readOneOrNull<T>(
  client: ForgeClient,
  question: Question,
  reader: Reader<T>,
): Promise<Result<T | null>> {
  const reply = await client.ask({ ...question, allow: [404, 410, ...(question.allow ?? [])] });
  if (!reply.ok) return reply;
  if (reply.value.status >= 400) return success(null);
  return understand(question, [reply.value.data], reader, ([one]) => one as T);
}

/** Asks for all of a list. `skip` names items that are no part of it. */
export async function readAll<T>(
  client: ForgeClient,
  question: Question,
  reader: Reader<T>,
  options: Parameters<typeof listAll>[2] & { readonly skip?: (item: unknown) => boolean } = {},
): Promise<Result<readonly T[]>> {
  const { skip = () => false, ...others } = options;
  const found = await listAll(client, question, others);
  if (!found.ok) return found;
  return understand(question, found.value.filter((item) => !skip(item)), reader, (all) => all); // prettier-ignore
}

function understand<T, U>(
  question: Question,
  data: readonly unknown[],
  reader: Reader<T>,
  shape: (read: readonly T[]) => U,
): Result<U> {
  const read = data.map(reader);
  const why = 'something that always belongs to it is missing or of another kind';
  if (read.includes(null)) return failure([finding('forge/unexpected-answer', { what: question.what, why })]);
  return success(shape(read as readonly T[]));
}
