import { randomUUID } from 'node:crypto';
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import { applyLine, type Change, type Line, type Tables } from './state.ts';

/** The state with its file. Every change is in the file before anybody hears of it. */
export interface StateFile {
  readonly tables: Tables;
  instance(): string;
  commit(changes: readonly Change[]): void;
  /** Forgets everything; the instance gets a new UUID. */
  reset(): void;
  close(): void;
}

const beginning = '{"version":1,"instance":"';

/** Opens the state of an earlier sandbox, or begins a new one. A last line that was cut off by a kill never counted. */
export function openStateFile(file: string): Result<StateFile> {
  let descriptor: number;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    descriptor = openSync(file, 'a+', 0o600);
  } catch (error) {
    return failure([finding('sandbox/state-unusable', { file, why: (error as { code?: string }).code ?? 'unknown' })]);
  }
  const bytes = readFileSync(descriptor);
  const end = bytes.lastIndexOf(0x0a) + 1;
  // A file without any whole line is ours only if it was cut off within the first one.
  const isForeign = end === 0 && !beginning.startsWith(bytes.toString('utf8', 0, beginning.length));
  const state = isForeign ? 1 : replay(bytes.subarray(0, end).toString('utf8'));
  if (typeof state === 'number') {
    closeSync(descriptor);
    return failure([finding('sandbox/bad-state', { file, line: state })]);
  }
  if (end < bytes.byteLength) ftruncateSync(descriptor, end);
  return success(recorder(descriptor, state));
}

interface Replayed {
  readonly tables: Tables;
  instance: string;
}

/** The state after all lines, or the number of the first line that is none. */
function replay(text: string): Replayed | number {
  const state: Replayed = { tables: new Map(), instance: '' };
  const lines = text.split('\n').slice(0, -1);
  for (const [index, content] of lines.entries()) {
    const line = readLine(content);
    if (line === null || (index === 0 && !('instance' in line))) return index + 1;
    if ('instance' in line) state.instance = line.instance;
    applyLine(state.tables, line);
  }
  return state;
}

function readLine(text: string): Line | null {
  try {
    const line = JSON.parse(text) as Partial<{ instance: unknown; set: unknown }> | null;
    return typeof line?.instance === 'string' || Array.isArray(line?.set) ? (line as Line) : null;
  } catch {
    return null;
  }
}

function recorder(descriptor: number, state: Replayed): StateFile {
  const append = (line: Line): void => {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    for (let written = 0; written < bytes.byteLength;) written += writeSync(descriptor, bytes, written);
    applyLine(state.tables, line);
  };
  const reset = (): void => {
    state.instance = randomUUID();
    append({ version: 1, instance: state.instance });
  };
  if (state.instance === '') reset();
  return {
    tables: state.tables,
    instance: () => state.instance,
    commit: (changes) => changes.length > 0 && append({ set: changes }),
    reset,
    close: () => closeSync(descriptor),
  };
}
