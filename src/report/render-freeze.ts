import type { StatusReport } from '../execute/read-status.ts';
import { revealHidden } from './reveal-hidden.ts';
import { wrapLines } from './wrap-lines.ts';

/** What is frozen, who did it and why, 80 columns: it goes before everything else. Nothing where nothing is frozen. */
export function renderFreeze(frozen: StatusReport['frozen']): string {
  return frozen
    .map(({ scope, by, reason }) => {
      const lift = scope === 'all' ? '' : ` --scope ${scope}`;
      const what = scope === 'all' ? 'Nothing' : 'Nothing of it';
      const block = `FROZEN: ${scope}, by ${by}: ${reason}\n  ${what} starts until \`mergecast unfreeze${lift}\`.`;
      return `${wrapLines(revealHidden(block), 80)}\n\n`;
    })
    .join('');
}
