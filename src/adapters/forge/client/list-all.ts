import { finding } from '../../../core/finding.ts';
import type { ForgeKind } from '../../../core/forge.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { giteaFacts, githubFacts } from '../facts.ts';
import { items } from '../read/fields.ts';
import { nextPage } from './next-page.ts';
import type { ForgeClient, Question } from './types.ts';

const mostPages = 200;

/** How a list is read. */
interface ListOptions {
  /** Name of the list in answers that wrap it. */
  readonly within?: string;
  /** At this many there may be more that the forge does not show: a failure. */
  readonly limit?: number;
  /** Stops here without a failure: for lists of which the newest part is enough. */
  readonly enough?: number;
}

/** Every item of every page, as it came. One page that fails, or may hide something, fails the whole. */
export async function listAll(
  client: ForgeClient,
  question: Question,
  options: ListOptions = {},
): Promise<Result<readonly unknown[]>> {
  const all: unknown[] = [];
  const { size, sizing } = pageOf(client.address.kind);
  let position: Position = {};
  for (let number = 1; number <= mostPages; number += 1) {
    const reply = await client.ask({ ...question, parameters: { ...question.parameters, ...sizing, ...position } });
    if (!reply.ok) return reply;
    const found = items(reply.value.data, ...(options.within === undefined ? [] : [options.within]));
    if (found === undefined) return notAList(question);
    if (isAllAgain(client, all, found)) return success(all);
    all.push(...found);
    const next = nextPage(reply.value, { number, size, found: found.length, sofar: all.length });
    const end = endOf(question, all, options, next);
    if (end !== null) return end;
    if (JSON.stringify(next) === JSON.stringify(position)) break;
    position = next ?? {};
  }
  return atLimit(question, all.length);
}

/** Gitea gives all comments whatever page is asked for: the first page over again means that it was everything. */
function isAllAgain({ address }: ForgeClient, all: readonly unknown[], found: readonly unknown[]): boolean {
  return address.kind === 'gitea' && found.length > 0 && JSON.stringify(found[0]) === JSON.stringify(all[0]);
}

type Position = Readonly<Record<string, string | number>>;

/** Null while there is more to read. */
function endOf(
  question: Question,
  all: readonly unknown[],
  { limit, enough }: ListOptions,
  next: Position | null,
): Result<readonly unknown[]> | null {
  if (limit !== undefined && all.length >= limit) return atLimit(question, limit);
  const isEnough = enough !== undefined && all.length >= enough;
  return next === null || isEnough ? success(all) : null;
}

function pageOf(kind: ForgeKind): { size: number; sizing: Position } {
  if (kind === 'gitea') return { size: giteaFacts.pageSize.value, sizing: { limit: giteaFacts.pageSize.value } };
  return { size: githubFacts.pageSize.value, sizing: { per_page: githubFacts.pageSize.value } };
}

function notAList(question: Question): Result<never> {
  return failure([finding('forge/unexpected-answer', { what: question.what, why: 'a list was expected' })]);
}

function atLimit(question: Question, limit: number): Result<never> {
  return failure([finding('forge/at-limit', { what: question.what, limit })]);
}
