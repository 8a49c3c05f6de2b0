import { addDuration } from '../../../src/core/duration.ts';
import type { Answer, Transport, WireRequest } from '../../../src/core/ports.ts';
import { keyWindow, readLag } from './paper-connector.ts';
import type { Random } from './random.ts';

/** Something that a request left on the platform. */
export interface Thing {
  readonly id: string;
  readonly what: 'draft' | 'pin';
  readonly key: string;
  readonly step: string;
  readonly at: number;
  removedAt: number | null;
  editedAt: number | null;
  /** Only drafts need it. */
  isDressed?: boolean;
}

/** What the platform saw, in its own books: the only witness of what happened in the world. */
export class PaperPlatform {
  readonly things: Thing[] = [];
  /** Rules that removals broke. */
  readonly offences: string[] = [];
  /** A platform that is said to honour keys and does not. */
  isForgetful = false;
  private readonly late: { at: number; request: WireRequest }[] = [];

  /** Requests whose effect was delayed on their way happen now. */
  deliver(now: number): void {
    for (const one of this.late.splice(0)) {
      if (one.at <= now) this.handle(one.request, one.at);
      else this.late.push(one);
    }
  }

  delay(request: WireRequest, at: number): void {
    this.late.push({ at, request });
  }

  handle(request: WireRequest, now: number): Answer {
    const [, , id] = request.path.split('?')[0]?.split('/') ?? [];
    if (request.method === 'GET') return this.look(request, id, now);
    if (request.method === 'PUT') return this.dress(id ?? '');
    return request.method === 'DELETE' ? this.remove(id ?? '', now) : this.make(bodyOf(request), now);
  }

  private dress(id: string): Answer {
    const thing = this.things.find((one) => one.id === id && one.removedAt === null);
    if (thing === undefined) return answer(400, {});
    thing.isDressed = true;
    return answer(200, { id });
  }

  private make(body: Record<string, string>, now: number): Answer {
    const { what, provider, step, key } = body;
    const known = this.things.find((one) => one.key === key);
    const isFresh = known !== undefined && now < addDuration(new Date(known.at), keyWindow).getTime();
    if (provider === 'K' && isFresh && !this.isForgetful) return answer(201, { id: known.id });
    const id = `thing-${this.things.length + 1}`;
    const thing = { id, what: what === 'pin' ? 'pin' : 'draft', key: key ?? '', step: step ?? '', at: now } as const;
    this.things.push({ ...thing, removedAt: null, editedAt: null });
    return answer(201, { id });
  }

  private remove(id: string, now: number): Answer {
    const thing = this.things.find((one) => one.id === id);
    if (thing === undefined || thing.removedAt !== null) return answer(404, {});
    thing.removedAt = now;
    // Permission to undo lasts two minutes at most; an edit that is older must have been seen.
    if (thing.editedAt !== null && thing.editedAt < now - 120_000)
      this.offences.push(`${id} was removed at ${now}, although a person had edited it at ${thing.editedAt}`);
    return answer(200, { id });
  }

  private look(request: WireRequest, id: string | undefined, now: number): Answer {
    const key = /[?&]key=(\w+)/.exec(request.path)?.[1];
    const isVisible = (one: Thing): boolean => now >= addDuration(new Date(one.at), readLag).getTime();
    const found = this.things.find(
      (one) => (key === undefined ? one.id === id : one.key === key && isVisible(one)) && one.removedAt === null,
    );
    return found === undefined ? answer(404, {}) : answer(200, { id: found.id, edited: found.editedAt !== null });
  }
}

/** How often which calls go wrong. */
export interface CallFaults {
  readonly refused: number;
  readonly throttled: number;
  readonly errorBefore: number;
  readonly errorAfter: number;
  readonly lostBefore: number;
  readonly lostAfter: number;
  /** No answer, and the effect arrives later: up to the hard time-out. */
  readonly late: number;
}

export const noFaults: CallFaults = {
  refused: 0, throttled: 0, errorBefore: 0, errorAfter: 0, lostBefore: 0, lostAfter: 0, late: 0,
}; // prettier-ignore

/** The wire between one runner and the platform. */
export function paperTransport(
  platform: PaperPlatform,
  random: Random,
  faults: CallFaults,
  hooks: { turn(): Promise<void>; now(): number; onCall(request: WireRequest): void },
): Transport {
  return {
    send: async (request, { timeout }) => {
      // No pause here: that no request waits between the look at the clock and the wire is what the protocol assumes.
      if (request.method === 'GET') await hooks.turn();
      platform.deliver(hooks.now());
      if (request.method === 'GET') return platform.handle(request, hooks.now());
      hooks.onCall(request);
      const trouble = draw(random, faults);
      const result = trouble.happens ? platform.handle(request, hooks.now()) : null;
      if (trouble.isLate) platform.delay(request, hooks.now() + random.between(0, timeout));
      await hooks.turn();
      return trouble.answer ?? result ?? { is: 'no-answer', why: 'it timed out' };
    },
  };
}

interface Trouble {
  readonly happens: boolean;
  readonly isLate?: boolean;
  readonly answer: Answer | null;
}

function draw(random: Random, faults: CallFaults): Trouble {
  const lost: Answer = { is: 'no-answer', why: 'it timed out' };
  const kinds: readonly (readonly [number, Trouble])[] = [
    [faults.refused, { happens: false, answer: answer(403, {}) }],
    [faults.throttled, { happens: false, answer: answer(429, {}) }],
    [faults.errorBefore, { happens: false, answer: answer(500, {}) }],
    [faults.errorAfter, { happens: true, answer: answer(502, {}) }],
    [faults.lostBefore, { happens: false, answer: lost }],
    [faults.lostAfter, { happens: true, answer: lost }],
    [faults.late, { happens: false, isLate: true, answer: lost }],
  ];
  let rest = random.next();
  for (const [probability, trouble] of kinds) {
    if (rest < probability) return trouble;
    rest -= probability;
  }
  return { happens: true, answer: null };
}

function bodyOf({ body }: WireRequest): Record<string, string> {
  return JSON.parse(new TextDecoder().decode(body)) as Record<string, string>;
}

function answer(status: number, json: unknown): Answer & { is: 'answer' } {
  return { is: 'answer', status, headers: {}, text: JSON.stringify(json) };
}
