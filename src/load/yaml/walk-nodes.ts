import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { findHidden } from '../../core/hidden-characters.ts';
import type { Place } from '../../core/finding.ts';
import { ProblemList } from '../problem-list.ts';
import { scanText } from '../scan-text.ts';
import { isUnsafeNumber } from './is-unsafe-number.ts';

/** Where a value, and the key before it, stand: offsets in the text. */
export interface Position {
  readonly value: number;
  readonly key: number;
}

/** Turns nodes into plain values, once, with the place of each, and reports what a reviewer would misread. */
export class NodeWalker {
  readonly positions = new Map<string, Position>();
  readonly problems = new ProblemList();
  private readonly text: string;
  private readonly place: (offset: number) => Place;

  constructor(text: string, place: (offset: number) => Place) {
    this.text = text;
    this.place = place;
  }

  /** The value of a node; `key` is the offset of its key. */
  walk(node: unknown, pointer: string, key: number): unknown {
    const start = startOf(node) ?? key;
    this.positions.set(pointer, {
      value: isScalar(node) || isFlow(node) ? start : key,
      key,
    });
    if (isMap(node)) return this.walkMap(node.items, pointer);
    if (isSeq(node))
      return node.items.map((item, index) => this.walk(item, `${pointer}/${index}`, startOf(item) ?? start));
    return isScalar(node) ? this.scalar(node, start) : null;
  }

  private walkMap(items: readonly Pair[], pointer: string): Record<string, unknown> {
    const entries: Record<string, unknown> = {};
    const lines = new Map<string, number>();
    for (const { key, value } of items) {
      const offset = startOf(key) ?? startOf(value) ?? 0;
      const name = this.nameOf(key, offset);
      if (name === null) continue;
      const earlier = lines.get(name);
      if (earlier !== undefined)
        this.problems.report('yaml/duplicate-key', { key: name, line: earlier }, this.place(offset));
      else lines.set(name, this.place(offset).line ?? 1);
      if (earlier === undefined) entries[name] = this.walk(value, `${pointer}/${escapePointer(name)}`, offset);
    }
    return entries;
  }

  /** A key's text, or null where it may not be used at all. */
  private nameOf(key: unknown, offset: number): string | null {
    if (!isScalar(key) || typeof key.value !== 'string') {
      this.problems.report('yaml/non-string-key', { key: this.sourceOf(key) }, this.place(offset));
      return null;
    }
    this.scanEscaped(key, offset);
    if (key.value === '<<') this.problems.report('yaml/merge-key', {}, this.place(offset));
    else if (!/^(__proto__|constructor|prototype)$/.test(key.value)) return key.value;
    else this.problems.report('yaml/forbidden-key', { key: key.value }, this.place(offset));
    return null;
  }

  private scalar(node: Scalar, start: number): unknown {
    if (typeof node.value === 'number' && isUnsafeNumber(node.value, node.source ?? '')) {
      this.problems.report('yaml/unsafe-number', { source: node.source ?? String(node.value) }, this.place(start));
    }
    this.scanEscaped(node, start);
    return typeof node.value === 'bigint' ? Number(node.value) : node.value;
  }

  /** Characters written as codes ("\u202E") are not in the source; those that are, the scan of the whole text has found. */
  private scanEscaped(node: Scalar, start: number): void {
    if (node.type !== 'QUOTE_DOUBLE' || typeof node.value !== 'string') return;
    const written = new Set([...findHidden(this.sourceOf(node))].map(({ codePoint }) => codePoint));
    const place = this.place(start);
    for (const problem of scanText(node.value, () => place)) {
      if (![...written].some((codePoint) => problem.message.includes(codePoint))) this.problems.add(problem);
    }
  }

  private sourceOf(node: unknown): string {
    const range = (node as Node | null)?.range;
    return range ? this.text.slice(range[0], range[1]) : '';
  }
}

/** A key as part of a JSON pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}
