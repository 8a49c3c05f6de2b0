import type { Octokit } from '@octokit/rest';
import { flag, text } from '../read/fields.ts';
import type { Exchange, Question } from './types.ts';

/** Sends one question once. Every status is a reply; anything else that happens is none. */
export async function sendRequest(
  octokit: Octokit,
  question: Question,
  own: Record<string, string>,
): Promise<Exchange> {
  try {
    const place = question.route.includes('{owner}') ? own : {};
    const { status, headers, data } = await octokit.request(question.route, { ...place, ...question.parameters });
    return { is: 'reply', status, headers, data: data as unknown };
  } catch (error) {
    return replyOf(error) ?? { is: 'no-reply', why: reasonOf(error), sent: !neverSent.has(codeOf(error)) };
  }
}

function replyOf(error: unknown): Exchange | null {
  const response = error instanceof Error && 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null || !('status' in response)) return null;
  const { status, headers, data } = response as { status: number; headers: Record<string, string>; data: unknown };
  return { is: 'reply', status, headers, data };
}

/** Codes of failures before the first byte of a request could arrive. */
const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of the host could not be looked up',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
  UND_ERR_SOCKET: 'the connection broke off',
  ECONNRESET: 'the connection broke off',
  TimeoutError: 'no complete answer in time',
  AbortError: 'no complete answer in time',
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return words[code] ?? (code === '' ? 'the request failed' : `the request failed with ${code}`);
}

/** The innermost code or name: octokit and fetch wrap what the network said. Messages are left out, they may quote the request. */
function codeOf(error: unknown): string {
  for (let cause = error, depth = 0; depth < 5 && cause instanceof Error; cause = cause.cause, depth += 1) {
    const code = text(cause, 'code');
    if (code !== undefined) return code;
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return cause.name;
    if (flag(cause, 'aborted') === true) return 'AbortError';
  }
  return '';
}
