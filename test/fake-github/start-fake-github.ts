import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { answerRequest } from './answer-request.ts';
import { faultReply, takeFault } from './apply-fault.ts';
import type { Fault, Level, Reply, Scope, Token } from './types.ts';
import { actionsBot, World } from './world.ts';

/** A GitHub with one repository `acme/marketing`, over HTTP on loopback. */
export interface FakeGithub {
  readonly world: World;
  readonly api: string;
  /** The bare repository; also what a checkout clones. */
  readonly folder: string;
  /** A request as somebody (a login, or the value of a token); throws unless it ends below 300 or with `expect`. */
  as(who: string): (method: string, path: string, body?: unknown, expect?: number) => Promise<Record<string, unknown>>;
  /** The token that a workflow gets. A fork's may only read. */
  automaticToken(permissions?: Partial<Record<Scope, Level>>): string;
  stop(): Promise<void>;
}

export const repositoryPath = '/repos/acme/marketing';

/** Starts one; its repository is empty. */
export async function startFakeGithub(): Promise<FakeGithub> {
  const root = mkdtempSync(join(tmpdir(), 'mergecast-fake-github-'));
  const folder = join(root, 'marketing.git');
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', folder]);
  execFileSync('git', ['--git-dir', folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true']);
  const world = new World(folder);
  const server = createServer((request, response) => void respond(world, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.origin = api;
  return {
    world,
    api,
    folder,
    as: (who) => caller(world, api, who),
    automaticToken: (permissions = usual) => {
      const value = `ghs_${world.nextId()}`;
      world.tokens.set(value, { value, user: actionsBot, kind: 'automatic', permissions });
      return value;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Permissions that the shipped workflow of the check asks for. */
const usual: Token['permissions'] = { contents: 'read', pull_requests: 'write', checks: 'write', issues: 'write', actions: 'read' }; // prettier-ignore

function caller(world: World, api: string, who: string): ReturnType<FakeGithub['as']> {
  const token = world.tokens.has(who) ? who : `ghp_${who}`;
  return async (method, path, body, expect) => {
    const answer = await fetch(api + path.replace(/^~/, repositoryPath), {
      method,
      headers: { authorization: `Bearer ${token}`, 'x-fake-test': '1' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
    const isFine = expect === undefined ? answer.status < 300 : answer.status === expect;
    if (!isFine) throw new Error(`${who}: ${method} ${path} answered ${answer.status}: ${JSON.stringify(said)}`);
    return said;
  };
}

async function respond(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const url = new URL(request.url ?? '/', world.origin);
  const method = request.method ?? 'GET';
  if (url.pathname.startsWith('/_fake/')) return send(response, control(world, method, url.pathname, body));
  const target = url.pathname + url.search;
  const token = tokenOf(world, request.headers.authorization);
  const user = token === null ? null : (world.users.get(token.user) ?? null);
  const fault = request.headers['x-fake-test'] === '1' ? null : takeFault(world, method, target);
  if (fault?.kind === 'slow') await new Promise((resolve) => void setTimeout(resolve, fault.wait ?? 200));
  const headers = fault?.kind === 'page-two-data' ? { ...request.headers, 'x-fake-page-size': '1' } : request.headers;
  const asked = { method, url, body: parse(body), headers, token, user };
  const reply = faultReply(world, fault, target) ?? safely(() => answerRequest(world, asked));
  if (method === 'GET' && reply.status === 200 && fault === null) world.seen.set(target, reply.body);
  if (request.headers['x-fake-test'] !== '1')
    world.requests.push({ method, path: target, status: reply.status, user: user?.login ?? '', body: asked.body, ...(fault && { fault: fault.kind }) }); // prettier-ignore
  if (fault?.kind === 'lost-reply') return void response.destroy();
  send(response, reply);
}

/** A mistake of the fake is told apart from what GitHub would say. */
function safely(answer: () => Reply): Reply {
  try {
    return answer();
  } catch (error) {
    return { status: 599, body: { message: `the fake failed: ${String(error)}` } };
  }
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const limits = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4987', 'x-github-request-id': 'FAKE:1' };
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...limits, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** What tests in other processes ask: faults, and which requests there were. */
function control(world: World, method: string, path: string, body: string): Reply {
  if (path === '/_fake/faults' && method === 'POST') {
    world.faults.push({ times: 1, ...(JSON.parse(body) as Partial<Fault>) } as Fault);
    return { status: 204 };
  }
  if (path === '/_fake/requests' && method === 'DELETE') world.requests.length = 0;
  return path === '/_fake/requests' ? { status: 200, body: world.requests } : { status: 404 };
}

function tokenOf(world: World, header: string | undefined): Token | null {
  const value = /^(?:token|bearer) (.+)$/i.exec(header ?? '')?.[1];
  return value === undefined ? null : (world.tokens.get(value) ?? null);
}

function parse(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}
