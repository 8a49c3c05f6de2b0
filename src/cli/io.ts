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
}

/** The real terminal. */
export function terminalIo(): Io {
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    colour: process.stdout.isTTY && !process.env['NO_COLOR'],
    progress: (line) => void process.stderr.write(`${line}\n`),
  };
}
