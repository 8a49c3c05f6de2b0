import type { ServerResponse } from 'node:http';
import type { SandboxAnswer } from './kit/index.ts';

/** What happens on the connection: an answer, perhaps late, a broken connection, or silence. */
export type Reply =
  | { readonly is: 'answer'; readonly answer: SandboxAnswer; readonly delay: number }
  | { readonly is: 'reset' }
  | { readonly is: 'silence' };

/** A reply without delay. */
export function atOnce(answer: SandboxAnswer): Reply {
  return { is: 'answer', answer, delay: 0 };
}

/** Carries out a reply. Silence lasts until the caller goes away. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  if (reply.is === 'reset') response.socket?.resetAndDestroy();
  if (reply.is !== 'answer') return;
  const { answer } = reply;
  if (reply.delay === 0) write(response, answer);
  else setTimeout(() => write(response, answer), reply.delay).unref();
}

function write(response: ServerResponse, answer: SandboxAnswer): void {
  const isJson = answer.json !== undefined;
  const body = isJson ? JSON.stringify(answer.json) : (answer.body ?? '');
  const type = isJson ? { 'content-type': 'application/json; charset=UTF-8' } : {};
  response.writeHead(answer.status, { ...type, ...answer.headers });
  response.end(body);
}
