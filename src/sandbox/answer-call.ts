import { noteSite, type Site } from './choose-site.ts';
import { faultsBefore, takeFault, type FaultKind } from './faults.ts';
import {
  json,
  type Route,
  type SandboxAnswer,
  type SandboxPart,
  type SandboxRequest,
  type Store,
} from './kit/index.ts';
import { matchRoute } from './match-route.ts';
import { openStore } from './open-store.ts';
import { readFields, type Arrived } from './read-request.ts';
import { atOnce, type Reply } from './send-reply.ts';
import { Draft, type Tables } from './state.ts';

/** Late enough to be noticed, early enough to be an answer. */
const slowMilliseconds = 1000;

/** What a call did: changes to keep before replying, and the reply. */
export interface Answered {
  readonly draft: Draft;
  readonly reply: Reply;
}

/** Answers one call of a platform's interface, or a visitor of its pages. `path` is the path on the platform, encoded. */
export function answerCall(tables: Tables, part: SandboxPart, arrived: Arrived, path: string, site: Site): Answered {
  const draft = new Draft(tables);
  const now = new Date();
  const storeFor = (operation: string): Store =>
    openStore(draft, { platform: part.id, site: site.scope, operation, now });
  noteSite(draft, part.id, site.scope);
  part.tick?.(storeFor('tick'));
  const match = matchRoute(part.routes, arrived.method, path);
  const request: SandboxRequest = {
    method: arrived.method,
    path: decode(path),
    parameters: decodeAll(match?.parameters ?? {}),
    query: arrived.url.searchParams,
    headers: arrived.headers,
    body: arrived.body,
    ...readFields(arrived),
    origin: site.origin,
  };
  if (match === null) return { draft, reply: atOnce(visit(part, request, storeFor('visit'))) };
  return answerRoute({
    draft,
    part,
    route: match.route,
    request,
    storeFor,
    path: arrived.url.pathname + arrived.url.search,
  });
}

interface RouteCall {
  readonly draft: Draft;
  readonly part: SandboxPart;
  readonly route: Route;
  readonly request: SandboxRequest;
  readonly storeFor: (operation: string) => Store;
  /** As it arrived, for the redirect that leads to the same place again. */
  readonly path: string;
}

function answerRoute({ draft, part, route, request, storeFor, path }: RouteCall): Answered {
  const operation = typeof route.operation === 'string' ? route.operation : route.operation(request, storeFor(''));
  const fault = takeFault(draft, { platform: part.id, operation, reads: route.reads === true });
  if (fault !== null && faultsBefore.has(fault)) return { draft, reply: failBefore(part, fault, path) };
  const answer = route.handle(request, storeFor(operation));
  return { draft, reply: fault === null ? atOnce(answer) : failAfter(part, fault, answer) };
}

function failBefore(part: SandboxPart, fault: FaultKind, path: string): Reply {
  if (fault === 'timeout-before-effect') return { is: 'silence' };
  // Whoever follows this repeats the call, and the effects show it.
  if (fault === 'redirect') return atOnce({ status: 307, headers: { location: path } });
  const status = fault === '500-before-effect' ? 500 : Number(fault);
  return atOnce(failureAnswer(part, status));
}

function failAfter(part: SandboxPart, fault: FaultKind, answer: SandboxAnswer): Reply {
  if (fault === 'timeout-after-effect') return { is: 'silence' };
  if (fault === 'reset-after-effect') return { is: 'reset' };
  if (fault === 'slow') return { is: 'answer', answer, delay: slowMilliseconds };
  if (fault === '500-after-effect') return atOnce(failureAnswer(part, 500));
  return atOnce({ status: answer.status, headers: { 'content-type': 'application/json' }, body: '{"id":' });
}

function failureAnswer(part: SandboxPart, status: number): SandboxAnswer {
  const words = part.failures?.[status] ?? { message: `${status}, as a fault asked for` };
  return json(status, words, status === 429 ? { 'retry-after': '1' } : {});
}

function visit(part: SandboxPart, request: SandboxRequest, store: Store): SandboxAnswer {
  const page = ['GET', 'HEAD'].includes(request.method) ? part.page?.(request, store) : null;
  return page ?? json(404, part.failures?.[404] ?? { message: 'There is nothing here.' });
}

function decodeAll(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decode(value)]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
