import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireRequest } from '../../core/ports.ts';
import { createTransport } from './create-transport.ts';
import { isLoopback } from './is-loopback.ts';

const limits = { timeout: 2000, maximumBytes: 1000 };
const open: { server: Server; sockets: Set<Socket> }[] = [];

/** A server that does with the bytes of a request what the test says, and keeps what it received. */
async function serve(
  reply: (socket: Socket, received: string) => void,
): Promise<{ origin: string; received: string[] }> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received.push(data.toString());
      reply(socket, received.join(''));
    });
  });
  open.push({ server, sockets });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

afterEach(() => {
  for (const { server, sockets } of open.splice(0)) {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
});

const post = (origin: string, more: Partial<WireRequest> = {}): WireRequest => ({
  platform: 'wordpress',
  test: true,
  method: 'POST',
  origin,
  path: '/wp-json/wp/v2/posts?x=1',
  headers: { authorization: 'Basic c2VjcmV0', 'content-type': 'application/json' },
  body: new TextEncoder().encode('{"title":"é"}'),
  ...more,
});

describe('what comes back', () => {
  it('hands over status, headers and text of an answer', async () => {
    const { origin } = await serve((socket) =>
      socket.end('HTTP/1.1 201 Created\r\nX-A: 1\r\nContent-Length: 4\r\n\r\né!\n'),
    );
    const answer = await createTransport({}).send(post(origin), limits);
    expect(answer).toEqual({
      is: 'answer',
      status: 201,
      headers: { 'x-a': '1', 'content-length': '4' },
      text: 'é!\n',
    });
  });

  it('does not follow a redirect', async () => {
    const { origin, received } = await serve((socket) =>
      socket.end('HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n'),
    );
    const answer = await createTransport({}).send(post(origin), limits);
    expect(answer).toMatchObject({ is: 'answer', status: 307, headers: { location: '/elsewhere' } });
    expect(received.join('').match(/POST /g)).toHaveLength(1);
  });

  it.each<[string, (socket: Socket) => void, string]>([
    ['a reset before the answer', (socket) => socket.resetAndDestroy(), 'the connection broke off'],
    [
      'a reset in the middle of the answer',
      (socket) =>
        socket.write('HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"id', () => socket.resetAndDestroy()),
      'the connection broke off',
    ],
    [
      'an end before the answer is complete',
      (socket) => socket.end('HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"id'),
      'the connection broke off',
    ],
    [
      'an answer that is too long',
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n${'x'.repeat(1001)}`),
      'the answer is longer than 1000 bytes',
    ],
    ['something that is not HTTP', (socket) => socket.end('SSH-2.0-OpenSSH\r\n'), 'HPE_INVALID_CONSTANT'],
  ])('takes %s for "it may have happened"', async (_, reply, why) => {
    const { origin } = await serve((socket) => reply(socket));
    expect(await createTransport({}).send(post(origin), limits)).toEqual({ is: 'no-answer', why });
  });

  it.each<[string, (socket: Socket) => void]>([
    ['silence', () => undefined],
    ['an answer that never ends', (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nx')],
  ])('ends %s by the time-out', async (_, reply) => {
    const { origin } = await serve((socket) => reply(socket));
    const answer = await createTransport({}).send(post(origin), { ...limits, timeout: 50 });
    expect(answer).toEqual({ is: 'no-answer', why: 'no complete answer within 50 ms' });
  });

  it('sends once, over a fresh connection, with the exact body', async () => {
    const { origin, received } = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
    await createTransport({}).send(post(origin), limits);
    const text = received.join('');
    expect(text).toMatch(/^POST \/wp-json\/wp\/v2\/posts\?x=1 HTTP\/1\.1\r\n/);
    expect(text).toContain('content-length: 14\r\n');
    expect(text.endsWith('\r\n\r\n{"title":"é"}')).toBe(true);
  });
});

describe('what is certainly not sent', () => {
  it('says so where nobody listens', async () => {
    const { origin } = await serve(() => undefined);
    open[0]?.server.close();
    await once(open[0]!.server, 'close');
    expect(await createTransport({}).send(post(origin), limits)).toEqual({
      is: 'not-sent',
      why: 'nobody listens there',
    });
  });

  it('does not send what has no TLS behind it, and writes nothing before the handshake', async () => {
    const { origin, received } = await serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const answer = await createTransport({}).send(post(origin.replace('http:', 'https:')), limits);
    expect(answer.is).toBe('not-sent');
    expect(received.join('')).not.toContain('POST');
  });

  it.each([
    ['http elsewhere', { origin: 'http://blog.acme.example' }],
    ['http on this machine by a connection that is no test', { test: false }],
    ['an origin with a path', { origin: 'https://acme.example/x' }],
    ['a path that is another host', { path: '@evil.example/' }],
  ])('refuses %s', async (_, change) => {
    const { origin, received } = await serve((socket) => socket.end());
    const answer = await createTransport({}).send(post(origin, change), limits);
    expect(answer.is).toBe('not-sent');
    expect(received).toEqual([]);
  });

  it('does not quote a header that is not valid', async () => {
    const answer = await createTransport({}).send(
      post('http://127.0.0.1:9', { headers: { authorization: 'canary\nx' } }),
      limits,
    );
    expect(answer).toEqual({ is: 'not-sent', why: 'the request is not valid HTTP' });
  });
});

describe('with a sandbox', () => {
  it('sends everything there, names the origin and leaves credentials out', async () => {
    const { origin: sandboxUrl, received } = await serve((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'),
    );
    const request = post('https://acme.example', { test: false });
    expect(await createTransport({ sandboxUrl: `${sandboxUrl}/` }).send(request, limits)).toMatchObject({
      status: 200,
    });
    const text = received.join('');
    expect(text).toMatch(/^POST \/wordpress\/wp-json\/wp\/v2\/posts\?x=1 HTTP/);
    expect(text).toContain('x-mergecast-origin: https://acme.example\r\n');
    expect(text.toLowerCase()).not.toContain('authorization');
  });

  it.each([
    ['http://127.0.0.1:4010', true],
    ['http://localhost:4010/', true],
    ['http://[::1]:4010', true],
    ['https://127.0.0.1:4010', false],
    ['http://127.0.0.1.evil.example', false],
    ['http://127.0.0.1@evil.example', false],
    ['http://user@127.0.0.1:4010', false],
    ['http://0.0.0.0:4010', false],
    ['http://10.0.0.1:4010', false],
    ['file:///tmp', false],
    ['nonsense', false],
  ])('%s is on this machine: %s', (address, expected) => {
    expect(isLoopback(address)).toBe(expected);
  });
});
