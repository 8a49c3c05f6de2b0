import { finding, type Finding } from '../core/finding.ts';
import { convertMoney, formatMoney } from '../core/money.ts';
import { failure, success, type Result } from '../core/result.ts';
import { confirmsSpend } from '../authorize/index.ts';
import type { World } from '../core/identity.ts';
import type { Policy } from '../generated/types/policy.ts';
import type { Amount } from '../generated/types/plan.ts';
import { reservedIn, type Reservation } from '../journal/ledger.ts';
import type { Candidate } from './candidate.ts';
import { append, pushChains, type Chain } from './chain-writer.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';
import { pushFinding } from './push-finding.ts';

/** The ledger of a brand's month as the store has it now. */
export async function openLedger(engine: Engine, brand: string, month: string): Promise<Result<Chain>> {
  const ref = engine.names.ledger(brand, month);
  return openChain(engine, ref, '', (await engine.store.tips(ref)).get(ref) ?? null);
}

/**
 * Opens a budget month: creates its ledger and tells the log so, in one push. From then on a missing ledger is known to
 * be a deleted one. `lost`: somebody else was first; read again.
 */
export async function openMonth(engine: Engine, brand: string, month: string): Promise<Result<'opened' | 'lost'>> {
  const ledger = await openLedger(engine, brand, month);
  if (!ledger.ok) return ledger;
  if (ledger.value.tip !== null) return success('opened');
  const { log } = engine.names;
  const chain = await openChain(engine, log, '', (await engine.store.tips(log)).get(log) ?? null);
  if (!chain.ok) return chain;
  await append(engine, ledger.value, [{ kind: 'OPEN', brand, month }]);
  await append(engine, chain.value, [{ kind: 'MONTH', brand, month }]);
  const pushed = await pushChains(engine, [ledger.value, chain.value]);
  if (pushed.is === 'lost') {
    await engine.store.refresh();
    return success('lost');
  }
  return pushed.is === 'ok' ? success('opened') : failure([await pushFinding(engine, pushed)]);
}

/** Refuses a reservation that would bring the month above the ceiling, unless the approval restates the exact spend. */
export function checkCeiling(
  engine: Engine,
  ledger: Chain,
  wanted: Reservation,
  candidate: Candidate,
  authorised: { readonly ceiling?: Amount; readonly approvals: readonly { readonly spend?: string }[] },
): Result<null> {
  if (wanted.minor === 0) return success(null);
  const { effects } = candidate.plan;
  if (authorised.approvals.some(({ spend }) => confirmsSpend(effects, spend))) return success(null);
  // The one at approval and the one of today: whatever is above either of them is refused.
  const limits = [authorised.ceiling ?? null, candidate.ceiling].filter((limit) => limit !== null);
  if (limits.length === 0) return failure([over(wanted.month, 'an amount without a known ceiling', 'none')]);
  const problems = limits.flatMap((limit) => overLimit(engine, ledger, wanted, candidate, limit));
  return problems.length > 0 ? failure(problems) : success(null);
}

function overLimit(engine: Engine, ledger: Chain, wanted: Reservation, candidate: Candidate, limit: Amount): Finding[] {
  const total = totalWith(ledger, wanted, engine.world, limit.currency, candidate.policy['exchange-rates']);
  if (total === null) return [over(wanted.month, 'an amount in a currency without a rate', formatMoney(limit))];
  if (total <= limit.minor) return [];
  return [over(wanted.month, formatMoney({ minor: total, currency: limit.currency }), formatMoney(limit))];
}

/** What the month would hold, in minor units of one currency; null where a rate is missing. */
function totalWith(
  ledger: Chain,
  wanted: Reservation,
  world: World,
  currency: string,
  rates: Policy['exchange-rates'],
): number | null {
  const sums = reservedIn(ledger.entries, world);
  sums.set(wanted.currency, (sums.get(wanted.currency) ?? 0) + wanted.minor);
  let total = 0;
  for (const [from, minor] of sums) {
    const part = minor === 0 ? { minor } : convertMoney({ minor, currency: from }, currency, rates);
    if (part === null) return null;
    total += part.minor;
  }
  return total;
}

function over(month: string, spend: string, ceiling: string): ReturnType<typeof finding> {
  return finding('execution/over-ceiling', { month, spend, ceiling });
}
