import { revealHidden } from '../../report/reveal-hidden.ts';
import { wrapLines } from '../../report/wrap-lines.ts';
import type { DoctorLine, LineState, RemoteFacts } from './types.ts';

/** The answers in words, 80 columns: what to mend first, and what is fine at the end. Pure. */
export function renderDoctor(lines: readonly DoctorLine[], remote: Pick<RemoteFacts, 'name' | 'url'> | null): string {
  const of = (state: LineState): readonly DoctorLine[] => lines.filter((line) => line.state === state);
  const [red, warn, unknown, ok] = [of('red'), of('warn'), of('unknown'), of('ok')];
  const blocks = [
    titleOf(remote, { red, warn, unknown, ok }),
    section('To mend, or the promise does not hold', red.map((line, index) => block(line, `${index + 1}. `))),
    section('Not seen, so nobody knows whether it is fine', unseen(unknown)),
    section('To look at', warn.map((line) => block(line, '- '))),
    section('Fine', ok.length === 0 ? [] : [ok.map(({ what }) => `  ok  ${what}`).join('\n')]),
  ]; // prettier-ignore
  const text = blocks.filter((one) => one !== '').join('\n\n');
  return `${wrapLines(revealHidden(text), 80, 4)}\n`;
}

type Sorted = Readonly<Record<LineState, readonly DoctorLine[]>>;

function titleOf(remote: Pick<RemoteFacts, 'name' | 'url'> | null, { red, warn, unknown, ok }: Sorted): string {
  const where = remote === null ? 'This repository' : remote.name;
  if (red.length + warn.length + unknown.length === 0) return `${where}: everything is in place.`;
  const counts = [
    `${red.length} to mend`,
    `${unknown.length} not seen`,
    `${warn.length} to look at`,
    `${ok.length} fine`,
  ];
  return `${where}: ${counts.filter((count) => !count.startsWith('0 ')).join(', ')}.`;
}

function section(title: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${title}\n\n${parts.join('\n\n')}`;
}

function block({ what, why, mend, link, code }: DoctorLine, mark: string): string {
  const more = [
    `If it stays so: ${why}`,
    ...(mend === null ? [] : [`Mend: ${mend}`]),
    ...(link === null ? [] : [link]),
  ];
  return [`${mark}${what} (${code})`, ...more.flatMap((line) => line.split('\n').map((one) => `   ${one}`))].join('\n');
}

/** One reason often hides many settings: it is told once. */
function unseen(lines: readonly DoctorLine[]): readonly string[] {
  const reasons = new Map<string, DoctorLine[]>();
  for (const line of lines) reasons.set(line.why, [...(reasons.get(line.why) ?? []), line]);
  return [...reasons].map(([why, same]) => {
    const mend = same.find((line) => line.mend !== null)?.mend ?? null;
    const shown = same.map(({ what }) => `  ?   ${what.replace(/^Not seen: /, '')}`);
    return [...shown, `   Why: ${why}`, ...(mend === null ? [] : [`   To see it: ${mend}`])].join('\n');
  });
}
