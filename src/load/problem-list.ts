import { finding, type Finding, type FindingCode, type Place } from '../core/finding.ts';
import { limits } from './limits.ts';

/** Collects problems, up to a bound that hostile files would exceed. */
export class ProblemList {
  private readonly collected: Finding[] = [];
  private readonly maximum: number;

  /** The bound is that of one file unless said otherwise. */
  constructor(maximum: number = limits.problems) {
    this.maximum = maximum;
  }

  get findings(): readonly Finding[] {
    return this.collected;
  }

  get isEmpty(): boolean {
    return this.collected.length === 0;
  }

  /** Whether nothing more is taken in. */
  get isFull(): boolean {
    return this.collected.length >= this.maximum;
  }

  add(...problems: readonly Finding[]): void {
    for (const problem of problems) if (!this.isFull) this.collected.push(problem);
  }

  /** Takes from a source that may never end, as long as there is room. */
  addFrom(problems: Iterable<Finding>): void {
    for (const problem of problems) {
      this.add(problem);
      if (this.isFull) return;
    }
  }

  /** Creates and adds. */
  report<C extends FindingCode>(code: C, parameters: Parameters<typeof finding<C>>[1], place: Place): void {
    this.add(finding(code, parameters, place));
  }
}
