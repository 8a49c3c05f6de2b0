import type { Io } from '../io.ts';
import { printFailure } from '../print.ts';
import { openEngine, type EngineOptions, type OpenEngine } from './open-engine.ts';

/** Options of every command that looks into the journal. */
export interface EngineCommandOptions extends EngineOptions {
  readonly format?: string;
}

/** Opens an engine for one command and closes it whatever happens; `empty` is what JSON shows where it cannot be opened. */
export async function withEngine(
  { format, ...where }: EngineCommandOptions,
  io: Io,
  work: (opened: OpenEngine) => Promise<number>,
  empty: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  const opened = await openEngine(where, io);
  if (!opened.ok) return printFailure(io, format, opened.error, empty);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
