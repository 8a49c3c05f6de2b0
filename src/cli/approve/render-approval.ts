import { wrapLines } from '../../report/wrap-lines.ts';
import { renderFindings } from '../print.ts';
import type { Approved } from './types.ts';

/** What was approved, and what that means, in words. */
export function renderApproval({ merge, approved, trust, warnings, branch, base, pushed }: Approved): string {
  const where = pushed ? `${base} at origin` : base;
  const lines = [
    `Approved and merged: "${branch}" is now part of ${where} (${merge.slice(0, 7)}).`,
    ...approved.map(
      ({ path, digest }) => `  ${path}\n    exactly this content and no other: ${digest.slice(0, 23)}...`,
    ),
    trust === 'signed' ? '  The approval is signed.' : '  The approval is on trust: it is not signed.',
  ];
  const notes = warnings.length === 0 ? '' : `\n${renderFindings(warnings)}`;
  const next = 'Next: `mergecast run` executes what is approved and due; `mergecast status` shows where it stands.';
  return `${wrapLines(lines.join('\n'), 80)}\n${wrapLines(notes, 80)}\n${wrapLines(next, 80)}\n`;
}
