import type { PushOutcome, RefUpdate } from '../../core/journal-port.ts';
import { gitText, runGit } from './run-git.ts';

/** A push is given up after this; what it did is then read from the store. */
const pushTimeout = 60_000;

/**
 * Compare-and-swap of several refs, all or nothing. A store says "lost" in many words, so after any failure the state
 * is read again and decides: ours on top is a win that we did not hear of.
 */
export async function pushRefs(
  at: { readonly directory: string; readonly remote: string },
  updates: readonly RefUpdate[],
): Promise<PushOutcome> {
  const { directory, remote } = at;
  const leases = updates.map(({ ref, expect }) => `--force-with-lease=${ref}:${expect ?? ''}`);
  const specs = updates.map(({ ref, next }) => `${next}:${ref}`);
  const answer = await runGit(
    ['push', '--quiet', '--atomic', '--no-verify', '--no-recurse-submodules', ...leases, remote, ...specs],
    { directory, timeout: pushTimeout },
  );
  if (answer.code === 0) return { is: 'ok' };
  const why =
    answer.stderr
      .trim()
      .split('\n')
      .find((line) => /rejected|error|fatal/.test(line)) ?? 'git push failed';
  const now = await readTips(at, updates.map(({ ref }) => ref)); // prettier-ignore
  if (now === null) return { is: 'unknown', why };
  if (updates.every(({ ref, next }) => now.get(ref) === next)) return { is: 'ok' };
  if (updates.some(({ ref, expect }) => (now.get(ref) ?? null) !== expect)) return { is: 'lost' };
  // A push that was broken off may land yet.
  return answer.code === null ? { is: 'unknown', why: 'the push took too long' } : { is: 'rejected', why };
}

async function readTips(
  at: { readonly directory: string; readonly remote: string },
  refs: readonly string[],
): Promise<Map<string, string> | null> {
  const text = await gitText(['ls-remote', at.remote, ...refs], {
    directory: at.directory,
    timeout: pushTimeout,
  });
  if (text === null) return null;
  const lines = text.split('\n').filter(Boolean).map((line) => line.split('\t')); // prettier-ignore
  return new Map(lines.map(([id, ref]) => [ref ?? '', id ?? '']));
}
