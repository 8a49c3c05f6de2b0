import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { hardenedEnvironment, hardenedFlags } from './run-git.ts';

/** A git object as stored. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  /** Null when it is larger than asked for. */
  readonly content: Buffer | null;
}

/**
 * Reads objects through one long-lived `git cat-file --batch-command`: 0.3 ms a read against 6 ms for a process each,
 * and the cost does not grow with the repository.
 */
export class ObjectReader {
  private readonly directory: string;
  private child: ChildProcessWithoutNullStreams | null = null;
  private buffered: Buffer = Buffer.alloc(0);
  private wake: (() => void) | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** The object that an expression such as `<commit>:<path>` names, or null where there is none. */
  async read(expression: string, maximum = Number.MAX_SAFE_INTEGER): Promise<GitObject | null> {
    // A line break would be a second command to git.
    if (/[\n\0]/.test(expression)) return null;
    if (maximum === Number.MAX_SAFE_INTEGER) return this.ask(`contents ${expression}`, true);
    const found = await this.ask(`info ${expression}`, false);
    return found === null || found.size > maximum ? found : this.ask(`contents ${found.id}`, true);
  }

  /** Ends the git process. A late question finds nothing: it would start a process that nobody ends, and we would not end. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.queue;
    this.child?.stdin.end();
    this.child = null;
  }

  /** Questions go out at once and are answered in their order, so that many cost little more than one. */
  private ask(command: string, isWhole: boolean): Promise<GitObject | null> {
    if (this.isClosed) return Promise.resolve(null);
    this.start().stdin.write(`${command}\nflush\n`);
    const answer = this.queue.then(() => this.answer(isWhole));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private async answer(isWhole: boolean): Promise<GitObject | null> {
    const header = /^([0-9a-f]+) (\w+) (\d+)$/.exec(await this.line());
    if (header === null) return null;
    const [, id = '', type = '', digits] = header;
    const size = Number(digits);
    if (!isWhole) return { id, type, size, content: null };
    const content = await this.bytes(size);
    await this.bytes(1);
    return { id, type, size, content };
  }

  private start(): ChildProcessWithoutNullStreams {
    if (this.child !== null) return this.child;
    this.buffered = Buffer.alloc(0);
    const child = spawn('git', [...hardenedFlags, 'cat-file', '--batch-command', '--buffer'], {
      cwd: this.directory,
      env: hardenedEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stderr.resume();
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => {
      this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk]);
      this.wake?.();
    });
    child.on('close', () => {
      this.child = null;
      this.wake?.();
    });
    this.child = child;
    return child;
  }

  private async line(): Promise<string> {
    let end = this.buffered.indexOf(10);
    while (end < 0) {
      await this.more();
      end = this.buffered.indexOf(10);
    }
    const text = this.buffered.toString('utf8', 0, end);
    this.buffered = this.buffered.subarray(end + 1);
    return text;
  }

  private async bytes(count: number): Promise<Buffer> {
    while (this.buffered.length < count) await this.more();
    const taken = Buffer.from(this.buffered.subarray(0, count));
    this.buffered = this.buffered.subarray(count);
    return taken;
  }

  private async more(): Promise<void> {
    if (this.child === null) throw new Error('git cat-file ended early');
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.wake = null;
  }
}
