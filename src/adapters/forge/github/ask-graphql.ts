import { finding } from '../../../core/finding.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import type { ForgeClient, Question } from '../client/types.ts';
import { oneLine } from '../client/words-of-reply.ts';
import { nameNeed } from '../permissions.ts';
import { items, part, text } from '../read/fields.ts';

/** A question in GraphQL: the document, its values, and the words about it. */
type GraphqlQuestion = Pick<Question, 'what' | 'need' | 'reads'> & {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};

/** Asks GitHub by GraphQL, which answers 200 also to refuse; the value is the `data` of the answer. */
export async function askGraphql(
  client: ForgeClient,
  token: string | null,
  question: GraphqlQuestion,
): Promise<Result<unknown>> {
  const { query, variables, ...rest } = question;
  // GitHub Enterprise Server has it beside the REST interface, not below it.
  const baseUrl = client.address.api.replace(/\/+$/, '').replace(/\/api\/v3$/, '/api');
  const reply = await client.ask({ ...rest, route: 'POST /graphql', parameters: { baseUrl, query, variables } });
  if (!reply.ok) return reply;
  const error = items(reply.value.data, 'errors')?.[0];
  if (error === undefined) return success(part(reply.value.data, 'data'));
  const why = oneLine(text(error, 'message') ?? 'it gave no reason', token);
  const { what } = question;
  const type = text(error, 'type') ?? '';
  const permission = nameNeed(question.need, 'github');
  if (type === 'STALE_DATA') return failure([finding('forge/conflict', { what, why })]);
  if (type === 'FORBIDDEN') return failure([finding('forge/forbidden', { what, permission, why })]);
  if (type === 'NOT_FOUND') return failure([finding('forge/not-found', { what, permission })]);
  if (type === 'RATE_LIMITED') return failure([finding('forge/rate-limited', { what, until: 'its limit is renewed' })]);
  return failure([finding('forge/refused', { what, why })]);
}
