/** How a command meets the outside: results to stdout, progress to stderr. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Colours only on a terminal, and not with NO_COLOR. */
  readonly colour: boolean;
  /** One line for whoever waits; stderr, so that the result stays clean. */
  progress(line: string): void;
  /** Asks a person; absent where nobody sits at the terminal, such as in a script. */
  ask?(question: string, usual: string): Promise<string>;
}

/** Whoever waits less than this needs no word of comfort; milliseconds. */
const patience = 1000;

/** The real terminal. Away from one (pipes, pipelines) progress appears only where a command takes its time. */
export function terminalIo(): Io {
  const started = performance.now();
  ignoreClosedReaders();
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
    progress: (line) => {
      const isWaiting = process.stderr.isTTY === true || performance.now() - started > patience;
      if (isWaiting) process.stderr.write(`${line}\n`);
    },
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true && { ask }),
  };
}

async function ask(question: string, usual: string): Promise<string> {
  const { askQuestion } = await import('../adapters/process/ask-question.ts');
  return askQuestion(question, usual);
}

/** `mergecast status | head -1` closes our stdout early: that is no crash. */
function ignoreClosedReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
