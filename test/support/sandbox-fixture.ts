import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Effect, SandboxPart } from '../../src/sandbox/kit/index.ts';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/start-sandbox.ts';

/** What a test sees of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed where it is JSON, else an empty object. */
  readonly json: Record<string, unknown>;
}

/** A sandbox with the requests that tests make of it. */
export interface SandboxFixture extends RunningSandbox {
  readonly stateFile: string;
  call(
    method: string,
    path: string,
    json?: unknown,
    more?: { origin?: string; headers?: Record<string, string>; body?: Uint8Array<ArrayBuffer> },
  ): Promise<Seen>;
  effects(): Promise<Effect[]>;
  fault(fault: Readonly<Record<string, unknown>>): Promise<Seen>;
}

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** Starts a sandbox for one test; it ends and its state goes with the test. */
export async function sandboxFixture(
  options: { parts?: readonly SandboxPart[]; stateFile?: string } = {},
): Promise<SandboxFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'mergecast-sandbox-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const stateFile = options.stateFile ?? join(folder, 'state.ndjson');
  const started = await startSandbox({ stateFile, ...(options.parts && { parts: options.parts }) });
  if (!started.ok) throw new Error(started.error[0]?.message ?? 'no sandbox');
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await started.value.close();
    isOpen = false;
  };
  cleanups.push(close);
  return { ...started.value, close, stateFile, ...caller(started.value.url) };
}

/** Requests to a sandbox at a url, also one in a process of its own. */
export function caller(url: string): Pick<SandboxFixture, 'call' | 'effects' | 'fault'> {
  const call: SandboxFixture['call'] = async (method, path, json, more = {}) => {
    const headers = {
      ...(more.origin !== undefined && { 'x-mergecast-origin': more.origin }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...more.headers,
    };
    const body = json === undefined ? more.body : JSON.stringify(json);
    const answer = await fetch(url + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: parse(text) };
  };
  return {
    call,
    effects: async () => JSON.parse((await call('GET', '/_sandbox/effects')).text) as Effect[],
    fault: (fault) => call('POST', '/_sandbox/faults', fault),
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
