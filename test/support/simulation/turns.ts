import type { Random } from './random.ts';

/** Thrown inside a process that was killed; nothing that it does afterwards reaches anybody. */
export class Killed extends Error {}

/** A runner: its ports ask for a turn before they do anything that others can see. */
export interface Process {
  readonly name: string;
  isDead: boolean;
  /** How likely each turn is to be its last. */
  readonly mortality: number;
  /** How likely it is to be held up for long at a turn. */
  readonly sloth: number;
}

interface Waiter {
  readonly process: Process;
  readonly wakeAt: number;
  readonly go: () => void;
  readonly fail: (reason: Error) => void;
}

/**
 * One virtual clock and one order of events for several processes: whoever wants to touch the world waits for a turn, and
 * the random source of the seed says who is next, who dies and who is held up.
 */
export class Turns {
  now: number;
  private readonly random: Random;
  private waiters: Waiter[] = [];

  constructor(random: Random, start: number) {
    this.random = random;
    this.now = start;
  }

  /** Waits for a turn; a process may die in front of it. */
  take(process: Process): Promise<void> {
    const isHeldUp = this.random.chance(process.sloth);
    return this.sleep(process, isHeldUp ? this.random.between(1_000, 300_000) : this.random.between(1, 40));
  }

  /** Waits until that much time has passed, or longer. */
  sleep(process: Process, milliseconds: number): Promise<void> {
    return new Promise((go, fail) => {
      this.waiters.push({ process, wakeAt: this.now + Math.max(0, milliseconds), go, fail });
    });
  }

  /** Lets the processes run until all of them have ended. Nobody gets a turn while another one is still thinking. */
  async play(running: readonly (readonly [Process, Promise<unknown>])[]): Promise<void> {
    const open = new Set(running.map(([process]) => process));
    for (const [process, work] of running) void work.catch(() => undefined).finally(() => open.delete(process));
    const isThinking = (): boolean => [...open].some((one) => this.waiters.every(({ process }) => process !== one));
    for (let busy = Date.now(); open.size > 0 && Date.now() < busy + 10_000;) {
      await settle();
      if (isThinking()) continue;
      busy = Date.now();
      this.wakeOne();
    }
    if (open.size > 0) throw new Error('the simulation stands still');
    for (const waiter of this.waiters.splice(0)) waiter.fail(new Killed());
    await settle();
  }

  private wakeOne(): void {
    if (this.waiters.length === 0) return;
    const soonest = Math.min(...this.waiters.map(({ wakeAt }) => wakeAt));
    this.now = Math.max(this.now, soonest);
    const ready = this.waiters.filter(({ wakeAt }) => wakeAt <= this.now);
    const chosen = this.random.pick(ready);
    this.waiters = this.waiters.filter((one) => one !== chosen);
    if (this.random.chance(chosen.process.mortality)) chosen.process.isDead = true;
    if (chosen.process.isDead) chosen.fail(new Killed(`${chosen.process.name} was killed`));
    else chosen.go();
  }
}

/** Everything that can go on without a turn has gone on. */
async function settle(): Promise<void> {
  for (let count = 0; count < 2; count += 1) await new Promise((resolve) => setImmediate(resolve));
}
