import { finding } from '../../core/finding.ts';
import type { World } from '../../core/identity.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { isLoopback } from '../../adapters/http/is-loopback.ts';

/** Asks a sandbox which instance it is. Only an address of this machine is ever contacted. */
export async function readSandbox(url: string): Promise<Result<World>> {
  if (!isLoopback(url)) return failure([finding('sandbox/not-loopback', { url })]);
  try {
    const answer = await fetch(new URL('/_sandbox', url), {
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    });
    const body = (await answer.json()) as { instance?: unknown };
    if (typeof body.instance === 'string') return success<World>(`sandbox:${body.instance}`);
  } catch {
    // Told below: whatever went wrong, there is no sandbox there.
  }
  return failure([finding('sandbox/unreachable', { url })]);
}
