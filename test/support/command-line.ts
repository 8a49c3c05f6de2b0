import { runProgram } from '../../src/cli/run-program.ts';
import type { Io } from '../../src/cli/io.ts';

/** What a command left behind. */
export interface CommandOutput {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output, parsed; throws where it is no JSON. */
  json<T = Record<string, unknown>>(): T;
}

export interface CommandSurroundings {
  readonly cwd: string;
  /** Answers to questions, by a part of the question; without it nobody sits at the terminal. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Takes down every question. */
  readonly asked?: string[];
}

/** Runs a command line inside of this process, as `mergecast` would: quick, and without a build. */
export async function commandLine(words: readonly string[], around: CommandSurroundings): Promise<CommandOutput> {
  let [stdout, stderr] = ['', ''];
  const io: Io = {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    env: process.env,
    cwd: around.cwd,
    colour: false,
    progress: (line) => void (stderr += `${line}\n`),
    ...(around.answers && { ask: answerBy(around.answers, around.asked ?? []) }),
  };
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const code = await runProgram(['node', 'mergecast', ...words], io);
    return { code, stdout, stderr, json: <T>() => JSON.parse(stdout) as T };
  } finally {
    process.exitCode = before;
  }
}

function answerBy(answers: Readonly<Record<string, string>>, asked: string[]): NonNullable<Io['ask']> {
  return async (question, usual) => {
    if (asked.push(question) > 20) throw new Error(`asked without end: ${question}`);
    const known = Object.keys(answers).find((part) => question.includes(part));
    return known === undefined ? usual : (answers[known] ?? usual);
  };
}
