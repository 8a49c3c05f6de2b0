import { isDue, isFrozen, type Due } from '../authorize/index.ts';
import { addDuration } from '../core/duration.ts';
import { finding, type Finding } from '../core/finding.ts';
import type { JournalState } from '../journal/state.ts';
import type { Policy } from '../generated/types/policy.ts';
import type { Candidate } from './candidate.ts';
import type { Engine } from './engine.ts';
import { policiesFor } from './policies.ts';
import { readControl } from './read-control.ts';
import { stateOf, type Session } from './session.ts';

/** Whether something may go out now; nothing read in an earlier turn counts. */
export type Permit =
  | { readonly is: 'yes'; readonly candidate: Candidate }
  | { readonly is: 'frozen'; readonly why: string }
  | { readonly is: 'closed'; readonly until: Date; readonly why: string }
  /** Reverted, changed, no longer approved, too late. `final`: no approval can heal it. */
  | {
      readonly is: 'void';
      readonly why: string;
      readonly state: 'REFUSED' | 'CANCELLED';
      readonly final: boolean;
      readonly findings: readonly Finding[];
    }
  /** The manifest or its policy cannot be read: no answer, so no. */
  | { readonly is: 'unreadable'; readonly findings: readonly Finding[] }
  /** The store or the kill switch cannot be read: nothing is written either. */
  | { readonly is: 'unknown'; readonly findings: readonly Finding[] };

/** Reads freeze, approval, content and window afresh. */
export async function readPermit(engine: Engine, session: Session): Promise<Permit> {
  const control = await readControl(engine);
  if (!control.ok) return { is: 'unknown', findings: control.error };
  const reloaded = await session.reload();
  if (reloaded.is === 'broken') return { is: 'unreadable', findings: reloaded.findings };
  if (reloaded.is === 'gone') {
    const why = 'its manifest was taken off the default branch';
    return { is: 'void', state: 'CANCELLED', why, final: true, findings: [] };
  }
  const { candidate } = reloaded;
  const { authorised } = stateOf(session);
  const { effects, campaign } = authorised;
  const platforms = [...new Set(effects.steps.map(({ connection }) => connection.platform))];
  const frozen = isFrozen({ known: true, scopes: control.value.frozen }, { brand: effects.brand, platforms, campaign });
  if (frozen !== null) return { is: 'frozen', why: frozen };
  const problem = await problemWith(authorised, candidate, engine.dueNow());
  if (problem !== null) return problem;
  const policies = await policiesFor(engine, authorised.base);
  if (!policies.ok) return { is: 'unreadable', findings: policies.error };
  return permitOf(candidate, strictest(engine, authorised, candidate, policies.value));
}

/** The plan of the approval record fires; what the default branch gives now must still be that, and approved. */
async function problemWith(
  { digest, lifetime, folder }: JournalState['authorised'],
  candidate: Candidate,
  now: Date,
): Promise<Permit | null> {
  const refused = { is: 'void', state: 'REFUSED', final: false } as const;
  const { plan } = candidate;
  if (plan.digest !== digest) {
    const code = folder === candidate.folderId ? 'execution/plan-changed' : 'execution/content-changed';
    const changed = finding(code, { approved: digest, now: plan.digest });
    return { ...refused, why: changed.message, findings: [changed] };
  }
  const verdict = await candidate.judge();
  // What could not be read proves neither yes nor no: nothing that is live already is undone for it.
  const unknown = verdict.findings.filter(({ severity }) => severity === 'cannot-verify');
  if (unknown.length > 0) return { is: 'unreadable', findings: unknown };
  const why = 'its approval no longer counts';
  if (!verdict.approved)
    return { ...refused, why, findings: [finding('execution/not-approved', { why }), ...verdict.findings] };
  // The lifetime of the policy under which it was approved; today's is judged with the approvals themselves.
  if (verdict.counted.every(({ at }) => now <= addDuration(new Date(at), lifetime))) return null;
  const old = `${why}: it is older than ${lifetime}`;
  return { ...refused, why: old, findings: [finding('execution/not-approved', { why: old })] };
}

/** Of both policies the answer that lets less through. */
function strictest(
  engine: Engine,
  { effects }: JournalState['authorised'],
  { timezone }: Candidate,
  policies: readonly Policy[],
): Due {
  const rank = { expired: 2, waiting: 1, due: 0 };
  const answers = policies.map((policy) => isDue(effects, engine.dueNow(), policy, timezone));
  const later = (one: Due): number => (one.is === 'waiting' ? one.until.getTime() : 0);
  return answers.toSorted((a, b) => rank[b.is] - rank[a.is] || later(b) - later(a))[0] ?? { is: 'due' };
}

function permitOf(candidate: Candidate, due: Due): Permit {
  switch (due.is) {
    case 'due':
      return { is: 'yes', candidate };
    case 'waiting':
      return { is: 'closed', until: due.until, why: due.why };
    default:
      return { is: 'void', state: 'REFUSED', why: due.why, final: true, findings: [] };
  }
}
