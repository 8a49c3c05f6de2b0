import type { TimelineEntry } from '../history/timeline.ts';
import { countOf } from './format-count.ts';
import { inZone } from './format-time.ts';
import { revealHidden } from './reveal-hidden.ts';
import { sayTimes } from './say-times.ts';
import { wrapLines } from './wrap-lines.ts';

/** One execution from approval to seal, day by day, 80 columns. */
export function renderLog(executionId: string, entries: readonly TimelineEntry[]): string {
  const lines = [`Execution ${executionId.slice(0, 12)}: ${countOf(entries.length, 'entry', 'entries')}, times in UTC`];
  let day = '';
  for (const { at, kind, summary } of entries) {
    const time = new Date(at);
    const today = inZone(time, 'UTC').day;
    if (today !== day) lines.push('', today);
    day = today;
    const head = `  ${time.toISOString().slice(11, 19)}  ${kind.padEnd(15)} `;
    lines.push(wrapLines(`${head}${revealHidden(sayTimes(summary))}`, 80, head.length - 2));
  }
  return `${lines.join('\n')}\n`;
}
