import type { CheckReport } from '../../check/index.ts';
import type { Finding } from '../../core/finding.ts';
import type { Forge, PullRequest } from '../../core/forge.ts';

/** More people at once would be a mailing. */
const mostAsked = 15;

/**
 * Asks exactly the people whose approval is missing for a review, only when nothing blocks: an approval before the fix
 * would be lost. Who is asked already, or has reviewed this very content, is left alone.
 */
export async function requestReviews(
  forge: Forge,
  pull: PullRequest,
  report: CheckReport,
): Promise<readonly Finding[]> {
  if (report.verdict === 'block' || pull.state !== 'open' || pull.isDraft) return [];
  const accounts = report.executions.flatMap(({ approvals }) => approvals.missing.flatMap(({ ask = [] }) => ask));
  const ids = [...new Set(accounts)].flatMap((name) => {
    const [, kind, id] = /^(github|gitea):(\d+)$/.exec(name) ?? [];
    return kind === forge.kind ? [Number(id)] : [];
  });
  const open = ids.filter((id) => !pull.requestedAccounts.includes(id)).slice(0, mostAsked);
  if (open.length === 0) return [];
  const found = await Promise.all(open.map((id) => forge.accountById(id)));
  const logins = found.flatMap((one) => (one.ok && one.value !== null ? [one.value.login] : []));
  const unread = found.flatMap((one) => (one.ok ? [] : one.error));
  if (logins.length === 0) return unread;
  const asked = await forge.requestReviews(pull.number, logins);
  return asked.ok ? unread : [...unread, ...asked.error];
}
