import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Answer, Transport, WireRequest } from '../../core/ports.ts';
import { readAnswer } from './read-answer.ts';

type Limits = Parameters<Transport['send']>[1];

/**
 * One request over a connection of its own: no redirect, no retry, no pool. Nothing is written before the connection
 * stands (for https: before the certificate is accepted), so a failure until then is `not-sent` for certain, and every
 * later one is `no-answer`: it may have happened.
 */
export function sendOnce(request: WireRequest & { readonly url: URL }, limits: Limits): Promise<Answer> {
  return new Promise((resolve) => {
    let isSent = false;
    let outgoing: ClientRequest | undefined;
    const fail = (why: string): void => finish(isSent ? { is: 'no-answer', why } : { is: 'not-sent', why });
    const timer = setTimeout(() => fail(`no complete answer within ${limits.timeout} ms`), limits.timeout);
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      outgoing?.destroy();
      resolve(answer);
    };
    try {
      outgoing = open(request);
    } catch {
      // The runtime's message may quote a header's value, and headers may hold credentials.
      fail('the request is not valid HTTP');
      return;
    }
    outgoing.on('error', (error) => fail(explain(error)));
    outgoing.on('response', (incoming: IncomingMessage) => {
      readAnswer(incoming, limits.maximumBytes).then(finish, (error: unknown) => fail(explain(error)));
    });
    whenConnected(outgoing, request.url, () => {
      isSent = true;
      outgoing?.end(request.body);
    });
  });
}

function open(request: WireRequest & { readonly url: URL }): ClientRequest {
  const isSecure = request.url.protocol === 'https:';
  const length =
    request.body === undefined && request.method === 'GET' ? {} : { 'content-length': request.body?.byteLength ?? 0 };
  const headers = {
    'user-agent': 'mergecast',
    accept: 'application/json, */*;q=0.5',
    'accept-encoding': 'identity',
    ...request.headers,
    ...length,
  };
  return (isSecure ? httpsRequest : httpRequest)(request.url, {
    method: request.method,
    headers,
    agent: false,
  });
}

function whenConnected(outgoing: ClientRequest, url: URL, then: () => void): void {
  outgoing.on('socket', (socket) => socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', then));
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'its name is unknown',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another name',
};

/** Only the code of an error is told, never its text. */
function explain(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? (words[code] ?? code) : 'the answer could not be read';
}
