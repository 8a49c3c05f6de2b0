import type { Engine } from '../../execute/engine.ts';

/**
 * `MERGECAST_KILL_AT=<step>/<operation>:<point>` kills this process the hard way right there, so that recovery is tried
 * on real crashes. For the sandbox world only.
 */
export function crashPoints(wanted: string | undefined): Engine['reach'] {
  return (step, operation, point) => {
    if (wanted === `${step}/${operation}:${point}`) process.kill(process.pid, 'SIGKILL');
  };
}
