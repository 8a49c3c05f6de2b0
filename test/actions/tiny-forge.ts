import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Body = Record<string, unknown>;

/** A person or robot as GitHub writes it. */
const account = (id: number, login: string, type = 'User'): Body => ({ id, login, type });

export const automatic = account(41_898_282, 'github-actions[bot]', 'Bot');
const forbidden = { message: 'Resource not accessible by integration' };
export const dana = account(11, 'dana');

/** Just enough of GitHub for one pull request: what the bundles of the actions ask for, and nothing that decides. */
export class TinyForge {
  readonly requests: string[] = [];
  readonly tokens = new Set<string>();
  readonly comments: { id: number; body: string; user: Body }[] = [];
  readonly checks: Body[] = [];
  reviews: Body[] = [];
  /** Every write is refused, as for a token that may only read. */
  isReadOnly = false;
  pull: Body = {};
  commits: Body[] = [];
  others: Body[] = [];
  url = '';
  private server: Server | undefined;

  async start(): Promise<this> {
    this.server = createServer((request, response) => void this.respond(request, response));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await text(request);
    const what = `${request.method} ${(request.url ?? '').split('?')[0]}`;
    this.requests.push(what);
    this.tokens.add(request.headers.authorization ?? '');
    const body = this.answer(what, asked === '' ? {} : (JSON.parse(asked) as Body));
    const status = body === undefined ? 404 : body === forbidden ? 403 : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { message: 'Not Found' }));
  }

  private answer(what: string, sent: Body): unknown {
    const repo = '/repos/acme/marketing';
    const isWrite = !what.startsWith('GET') && what !== 'POST /graphql';
    if (isWrite && this.isReadOnly) return forbidden;
    const number = String(this.pull['number']);
    const answers: Record<string, () => unknown> = {
      'POST /graphql': () => ({ data: { viewer: { login: automatic['login'], databaseId: automatic['id'] } } }),
      [`GET ${repo}/pulls/${number}`]: () => this.pull,
      [`GET ${repo}/pulls`]: () => [this.pull, ...this.others],
      [`GET ${repo}/pulls/${number}/commits`]: () => this.commits,
      [`GET ${repo}/pulls/${number}/reviews`]: () => this.reviews,
      [`GET ${repo}/activity`]: () => [],
      [`GET ${repo}/issues/${number}/comments`]: () => this.comments,
      [`GET ${repo}/issues/${number}/labels`]: () => [],
      [`POST ${repo}/issues/${number}/comments`]: () => this.comment(String(sent['body'])),
      [`POST ${repo}/issues/${number}/labels`]: () => [],
      [`POST ${repo}/labels`]: () => sent,
      [`POST ${repo}/check-runs`]: () => ({
        id: this.checks.push(sent),
        html_url: `${this.url}/acme/marketing/runs/1`,
      }),
      [`POST ${repo}/pulls/${number}/requested_reviewers`]: () => this.pull,
    };
    const found = answers[what]?.();
    if (found !== undefined) return found;
    const [, id] = /^PATCH .*\/issues\/comments\/(\d+)$/.exec(what) ?? [];
    const comment = this.comments.find((one) => one.id === Number(id));
    if (comment !== undefined) comment.body = String(sent['body']);
    return comment;
  }

  private comment(body: string): Body {
    const one = {
      id: this.comments.length + 1,
      body,
      user: automatic,
      html_url: `${this.url}/c`,
      created_at: '2027-02-21T15:10:00Z',
    };
    this.comments.push(one);
    return one;
  }
}
