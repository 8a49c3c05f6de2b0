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
  const { logins, unread } = await loginsOf(forge, open);
  if (logins.length === 0) return unread;
  const asked = await forge.requestReviews(pull.number, logins);
  return asked.ok ? unread : [...unread, ...asked.error];
}

/** Names of accounts as of now. Of several, those who may write are asked for at once: one request instead of many. */
async function loginsOf(
  forge: Forge,
  ids: readonly number[],
): Promise<{ readonly logins: readonly string[]; readonly unread: readonly Finding[] }> {
  const writers = ids.length > 1 ? await forge.settings.writers() : null;
  const known = new Map(writers?.is === 'known' ? writers.value.map(({ id, login }) => [id, login]) : []);
  const others = await Promise.all(ids.filter((id) => !known.has(id)).map((id) => forge.accountById(id)));
  return {
    logins: [
      ...ids.flatMap((id) => known.get(id) ?? []),
      ...others.flatMap((one) => (one.ok && one.value !== null ? [one.value.login] : [])),
    ],
    unread: others.flatMap((one) => (one.ok ? [] : one.error)),
  };
}
