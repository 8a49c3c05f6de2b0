import { runCommand, type CommandResult } from '../../adapters/process/run-command.ts';
import { writeFileAt } from '../../adapters/files/scratch-folder.ts';
import type { Io } from '../io.ts';
import { join } from 'node:path';

/** Somebody in the story, with a checkout of their own. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** Their checkout, inside the demo's folder. */
  readonly folder: string;
}

/** How a command of the story is shown. */
export interface Showing {
  /** Exit code that the story expects; 0 without it. */
  readonly code?: number;
  /** Lines of the output to show; all without it. */
  readonly lines?: number;
  /** Starts showing at the first line that contains this. */
  readonly from?: string;
  /** Stops showing before the first line after that which contains this. */
  readonly until?: string;
}

/** Tells the story, and runs its commands for real. */
export interface Stage {
  readonly root: string;
  /** Begins the next numbered part. */
  part(title: string): void;
  /** A paragraph in plain words. */
  say(text: string): void;
  /** Lines as they are, such as a file. */
  show(text: string, lines?: number): void;
  /** Writes a file into somebody's checkout. */
  write(person: Person, path: string, content: string | Uint8Array): Promise<void>;
  /** Runs exactly the command that it prints; `mergecast` is this program. */
  run(person: Person, command: readonly string[], showing?: Showing): Promise<CommandResult>;
  /** Runs a command that is not part of the story. */
  prepare(folder: string, command: readonly string[]): Promise<void>;
}

/** A command of the story did not do what the story says: a bug, told with its output. */
export class StoryBroken extends Error {}

export interface StageOptions {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** The bundled program. */
  readonly program: string;
}

const width = 80;

/** A stage that prints to the terminal and works in one folder. */
export function openStage(io: Io, { root, env, signal, program }: StageOptions): Stage {
  let part = 0;
  const paint = (code: number, text: string): string => (io.colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  const start = (folder: string, [name = '', ...words]: readonly string[]): Promise<CommandResult> => {
    const [file, first] = name === 'mergecast' ? [process.execPath, [program]] : [name, []];
    return runCommand(file, [...first, ...words], { cwd: join(root, folder), env, signal });
  };
  return {
    root,
    part: (title) => io.stdout(`\n\n${paint(1, `${(part += 1)}. ${title}`)}\n`),
    say: (text) => io.stdout(`\n${paragraph(text)}`),
    show: (text, lines) => io.stdout(frame(text, { ...(lines !== undefined && { lines }) })),
    write: (person, path, content) => writeFileAt(join(root, person.folder, path), content),
    run: async (person, command, showing = {}) => {
      io.stdout(`\n  ${paint(2, `${person.name}:`)} ${paint(36, `$ ${command.map(quote).join(' ')}`)}\n`);
      const result = await start(person.folder, command);
      signal.throwIfAborted();
      if (result.code !== (showing.code ?? 0)) throw new StoryBroken(unexpected(command, showing.code ?? 0, result));
      io.stdout(frame(result.stdout === '' ? result.stderr : result.stdout, showing));
      return result;
    },
    prepare: async (folder, command) => {
      const result = await start(folder, command);
      signal.throwIfAborted();
      if (result.code !== 0) throw new StoryBroken(unexpected(command, 0, result));
    },
  };
}

function paragraph(text: string): string {
  return text.replaceAll(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n');
}

/** Output, set apart from the story; cut where it goes on for long. */
function frame(text: string, showing: Showing): string {
  if (text.trim() === '') return '';
  const all = text.trimEnd().split('\n');
  const [begin, end] = extent(all, showing);
  const shown = all.slice(begin, end);
  while (shown.at(-1) === '') shown.pop();
  if (shown.length === 0) return '';
  const more = end < all.length ? ['...'] : [];
  return `${[...shown, ...more].map((line) => `  | ${line}`.trimEnd()).join('\n')}\n`;
}

/** First line to show, and the first that is not shown any more. */
function extent(all: readonly string[], { lines, from, until }: Showing): readonly [begin: number, end: number] {
  const begin = from === undefined ? 0 : Math.max(0, all.findIndex((line) => line.includes(from))); // prettier-ignore
  const stop = until === undefined ? -1 : all.findIndex((line, index) => index > begin && line.includes(until));
  const end = stop < 0 ? all.length : stop;
  return [begin, lines === undefined ? end : Math.min(end, begin + lines)];
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`;
}

function unexpected(command: readonly string[], code: number, result: CommandResult): string {
  const said = `${result.stdout}${result.stderr}`.trimEnd().split('\n').slice(-12).join('\n');
  return `\`${command.join(' ')}\` ended with ${result.code} instead of ${code}:\n${said}`;
}
