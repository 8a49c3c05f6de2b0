import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a sandbox keeps its state unless told: by port where one was asked for, so that it is found again; else a new file. */
export function defaultStateFile(port: number): string {
  if (port === 0) return join(mkdtempSync(join(tmpdir(), 'mergecast-sandbox-')), 'state.ndjson');
  return join(tmpdir(), `mergecast-sandbox-${process.getuid?.() ?? 'user'}`, `${port}.ndjson`);
}
