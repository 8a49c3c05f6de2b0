import { refused } from './reply.ts';
import type { Fault, Reply } from './types.ts';
import type { World } from './world.ts';

/** The fault that strikes a request, taken from the list; null: none does. */
export function takeFault(world: World, method: string, target: string): Fault | null {
  const found = world.faults.find((one) => one.times > 0 && (one.method ?? method) === method && new RegExp(one.path).test(target)); // prettier-ignore
  if (found === undefined) return null;
  found.times -= 1;
  return found;
}

/** What a fault answers in place of the route; null where the route is to answer. */
export function faultReply(world: World, fault: Fault | null, target: string): Reply | null {
  switch (fault?.kind) {
    case '403':
      return refused(403, 'Resource not accessible by integration');
    case '404':
      return refused(404, 'Not Found');
    case '409':
      return refused(409, 'Conflict');
    case '422':
      return refused(422, 'Validation Failed', { errors: [] });
    case '500':
    case '502':
      return refused(Number(fault.kind), 'Server Error');
    case 'secondary-limit':
      return {
        ...refused(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
        headers: { 'retry-after': String(fault.after ?? 1) },
      };
    case 'stale':
      // What it was when it was read before; to somebody who asks for the first time it is not there yet.
      return world.seen.has(target) ? { status: 200, body: world.seen.get(target) } : { status: 200, body: [] };
    default:
      return null;
  }
}
