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
  /** Lines of the output to show; all without it, none with 0. */
  readonly lines?: number;
  /** Starts showing at the first line that contains this. */
  readonly from?: string;
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
    part: (title) => io.stdout(`\n${paint(1, `${(part += 1)}. ${title}`)}\n\n`),
    say: (text) => io.stdout(paragraph(text)),
    show: (text, lines) => io.stdout(frame(text, { ...(lines !== undefined && { lines }) })),
    write: (person, path, content) => writeFileAt(join(root, person.folder, path), content),
    run: async (person, command, showing = {}) => {
      io.stdout(`\n  ${paint(2, `${person.name}:`)} ${paint(36, `$ ${command.map(quote).join(' ')}`)}\n`);
      const result = await start(person.folder, command);
      signal.throwIfAborted();
      if (result.code !== (showing.code ?? 0)) throw new StoryBroken(unexpected(command, showing.code ?? 0, result));
      io.stdout(`${frame(`${result.stdout}${result.stdout === '' ? result.stderr : ''}`, showing)}\n`);
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
function frame(text: string, { lines, from }: Showing): string {
  const all = text.trimEnd().split('\n');
  const begin =
    from === undefined
      ? 0
      : Math.max(
          0,
          all.findIndex((line) => line.includes(from)),
        );
  const shown = lines === undefined ? all.slice(begin) : all.slice(begin, begin + lines);
  const rest = all.length - begin - shown.length;
  if (shown.length === 0 || text.trim() === '') return '';
  const end = rest > 0 ? [`... ${rest} more lines`] : [];
  return [...shown, ...end].map((line) => `  | ${line}`.trimEnd()).join('\n') + '\n';
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`;
}

function unexpected(command: readonly string[], code: number, result: CommandResult): string {
  const said = `${result.stdout}${result.stderr}`.trimEnd().split('\n').slice(-12).join('\n');
  return `\`${command.join(' ')}\` ended with ${result.code} instead of ${code}:\n${said}`;
}
