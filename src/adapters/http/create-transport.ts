import type { Answer, Transport, WireRequest } from '../../core/ports.ts';
import { isLoopback } from './is-loopback.ts';
import { sendOnce } from './send-once.ts';

/**
 * The way out. Without `sandboxUrl` requests go to the platforms themselves, over https only, except for test
 * connections to this machine. With it everything goes to the sandbox there, whatever the request's own origin is, and
 * without credentials. Throws on a `sandboxUrl` that is not on this machine: the command line refuses it before.
 */
export function createTransport(options: { readonly sandboxUrl?: string }): Transport {
  const { sandboxUrl } = options;
  if (sandboxUrl === undefined) return { send: (request, limits) => sendLive(request, limits) };
  if (!isLoopback(sandboxUrl)) throw new Error('a sandbox is on this machine only');
  const { origin } = new URL(sandboxUrl);
  return { send: (request, limits) => sendOnce(toSandbox(request, origin), limits) };
}

function sendLive(request: WireRequest, limits: Parameters<Transport['send']>[1]): Promise<Answer> {
  const { origin, path } = request;
  if (!path.startsWith('/') || !URL.canParse(origin) || new URL(origin).origin !== origin)
    return notSent('the address is not an origin with an absolute path');
  const isSecure = new URL(origin).protocol === 'https:';
  if (!isSecure && !(request.test === true && isLoopback(origin)))
    return notSent(`${origin} is not https; only a test connection to this machine may do without`);
  return sendOnce({ ...request, url: new URL(origin + path) }, limits);
}

/** Each platform has its own path in the sandbox; it answers with addresses under the origin that it is told. */
function toSandbox(request: WireRequest, sandbox: string): WireRequest & { url: URL } {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(
      ([name]) => !['authorization', 'x-mergecast-origin'].includes(name.toLowerCase()),
    ),
  );
  const url = new URL(`${sandbox}/${request.platform}${request.path}`);
  return { ...request, url, headers: { ...headers, 'x-mergecast-origin': request.origin } };
}

function notSent(why: string): Promise<Answer> {
  return Promise.resolve({ is: 'not-sent', why });
}
