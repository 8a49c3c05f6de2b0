import { blocks } from '../../core/finding.ts';
import { wrapLines } from '../../report/wrap-lines.ts';
import { renderFindings } from '../print.ts';
import type { Proposed } from './types.ts';

/** What was proposed, what the check says, and what comes next, in words. */
export function renderProposal(proposed: Proposed): string {
  const { folder, branch, commit, pushed, isKnown } = proposed;
  const where = pushed ? 'at origin' : 'in this repository';
  const title = isKnown
    ? `Proposed already, exactly like this: the branch "${branch}" ${where}.`
    : `Proposed: ${folder}\n  on the branch "${branch}" ${where} (${commit.slice(0, 7)}). Your own files and branch stay as they are.`;
  return `${wrapLines(title, 80)}\n\n${verdictWords(proposed)}\nNext:\n${nextWords(proposed)}`;
}

function verdictWords({ verdict, findings }: Proposed): string {
  const stopping = findings.filter(blocks);
  if (verdict === 'block')
    return wrapLines(`The check BLOCKS it; nobody can approve it like this:\n${renderFindings(stopping)}`, 80);
  const doubts = findings.filter(({ severity }) => severity === 'warn').length;
  const rest = doubts === 0 ? '' : doubts === 1 ? ', with one warning' : `, with ${doubts} warnings`;
  return `The check passes${rest}.\n`;
}

function nextWords({ verdict, folder, branch, pushed, url, base }: Proposed): string {
  const again = `  Mend it, then run again: mergecast propose ${folder}\n`;
  const open = url === null ? '' : `  Open the pull request:\n    ${url}\n`;
  const local = `  Somebody else approves it:\n    mergecast approve ${branch}\n`;
  const ask = url === null ? local : open;
  const later = pushed
    ? `  When it is merged, bring your copy of ${base} up to date:\n    git add ${folder} && git pull --ff-only\n`
    : '';
  return verdict === 'block' ? again : `${ask}${later}`;
}
