import type { Io } from '../../src/cli/io.ts';

/** A terminal that keeps what a command says. */
export interface RecordingIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

/** Stands in for the terminal, in a folder. */
export function recordingIo(cwd: string): RecordingIo {
  const said = { out: '', err: '' };
  return {
    stdout: (text) => void (said.out += text),
    stderr: (text) => void (said.err += text),
    env: process.env,
    cwd,
    colour: false,
    progress: () => undefined,
    out: () => said.out,
    err: () => said.err,
  };
}
