import type { ApprovalVerdict } from '../authorize/index.ts';

/** Why something is not approved, in a few words: what stands against every approval, else why the newest does not count. */
export function whyNot({ findings, ignored }: ApprovalVerdict): string {
  const other = findings.find(({ code, severity }) => severity !== 'warn' && !code.startsWith('approval/'));
  if (other !== undefined) return other.message;
  const newest = ignored[0];
  return newest === undefined ? 'nobody has approved it' : `${newest.who}: ${newest.why}`;
}
