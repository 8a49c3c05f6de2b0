import type { ApprovalVerdict, CountedApproval } from '../authorize/index.ts';
import { success, type Result } from '../core/result.ts';
import type { Body, BodyOf } from '../journal/entry.ts';
import type { Candidate } from './candidate.ts';
import { append, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { pushAuthorised } from './push-authorised.ts';
import { pushFinding } from './push-finding.ts';

/**
 * Writes the approval record: who approved which digest, and the plan that will fire, word for word. A must-not-exist
 * compare-and-swap: a second runner finds it and goes on from there. An unclaimed record of an older digest is
 * superseded. False where somebody else was first.
 */
export async function authoriseExecution(
  engine: Engine,
  chain: Chain,
  candidate: Candidate,
  verdict: ApprovalVerdict,
  supersedes?: string,
): Promise<Result<boolean>> {
  await append(engine, chain, [recordOf(engine, candidate, verdict, supersedes)]);
  const pushed = await pushAuthorised(engine, chain, candidate);
  if ('ok' in pushed) return pushed;
  if (pushed.is === 'ok') return success(true);
  if (pushed.is === 'lost') return success(false);
  return { ok: false, error: [await pushFinding(engine, pushed)] };
}

function recordOf(engine: Engine, candidate: Candidate, verdict: ApprovalVerdict, supersedes?: string): Body {
  const { plan, policy, ceiling } = candidate;
  const { effects, explanation } = plan;
  return {
    kind: 'AUTHORISED',
    digest: plan.digest,
    effects,
    path: candidate.folder,
    folder: candidate.folderId,
    risk: explanation.risk,
    approvals: verdict.counted.map(approvalOf),
    merge: verdict.counted[0]?.merge ?? '',
    base: candidate.base,
    policy: candidate.policyHash,
    lifetime: policy.approvals?.lifetime ?? 'P180D',
    rollback: effects.steps.map((step) => `${step.id}: ${step['undo-in-words']}`),
    tool: engine.toolVersion,
    media: candidate.media.map(({ sha256, object }) => ({ sha256, blob: object, commit: candidate.base })),
    ...(candidate.campaign && { campaign: candidate.campaign }),
    ...(ceiling && { ceiling }),
    ...(supersedes && { supersedes }),
  };
}

/** What is kept of an approval: the account by number, because a name can be taken over. */
function approvalOf(counted: CountedApproval): BodyOf<'AUTHORISED'>['approvals'][number] {
  const { who, email, trust, merge, at, spend, overage, answers, client, review, permission } = counted;
  return {
    who,
    trust,
    merge,
    at,
    ...(trust === 'review' && { account: email }),
    ...(review !== undefined && { review: review.id }),
    ...(permission !== undefined && { permission }),
    ...(spend && { spend }),
    ...(overage && { overage }),
    ...(answers && { answers }),
    ...(client && { client }),
  };
}
