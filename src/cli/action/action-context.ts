import { randomBytes } from 'node:crypto';
import { appendText } from '../../adapters/files/append-text.ts';
import type { Annotation } from '../../core/forge.ts';
import type { Io } from '../io.ts';
import { annotationCommand, fileCommand } from './workflow-command.ts';

/** What an action sees of the runner that started it. */
export interface ActionContext {
  readonly env: Record<string, string | undefined>;
  /** Input of the action; empty where it was not given. */
  input(name: string): string;
  /** Where results go; what is printed here is never read as a command. */
  readonly io: Io;
  output(name: string, value: string): void;
  /** Markdown for the page of the run. */
  summary(text: string): void;
  /** Messages at lines of files; the runner shows ten of a kind, so no more are sent. */
  annotate(annotations: readonly Annotation[]): void;
  /** Ends the guard of the log. */
  end(): void;
}

const mostOfAKind = 10;

/**
 * The runner's side of an action. Everything that is printed stands between a stop of commands with a random word and
 * its end: a text from a pull request that looks like a command stays a text.
 */
export function actionContext(environment: NodeJS.ProcessEnv = process.env): ActionContext {
  const guard = randomBytes(16).toString('hex');
  const print = (text: string): void => void process.stdout.write(text);
  print(`::stop-commands::${guard}\n`);
  const resumed = (lines: readonly string[]): void => {
    if (lines.length > 0) print(`::${guard}::\n${lines.join('\n')}\n::stop-commands::${guard}\n`);
  };
  const toFile = (name: string, text: string): void => {
    const file = environment[name];
    if (file !== undefined && file !== '') appendText(file, text);
  };
  return {
    env: environment,
    input: (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '',
    io: {
      stdout: print,
      stderr: print,
      env: environment,
      cwd: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
      colour: false,
      progress: (line) => print(`${line}\n`),
    },
    output: (name, value) =>
      toFile(
        'GITHUB_OUTPUT',
        fileCommand(name, value, () => randomBytes(16).toString('hex')),
      ),
    summary: (text) => toFile('GITHUB_STEP_SUMMARY', `${text.trimEnd()}\n`),
    annotate: (annotations) => {
      const levels = ['failure', 'warning', 'notice'] as const;
      const shown = levels.flatMap((level) => annotations.filter((one) => one.level === level).slice(0, mostOfAKind));
      resumed(shown.map(annotationCommand));
    },
    end: () => print(`::${guard}::\n`),
  };
}
