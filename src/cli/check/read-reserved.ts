import { finding } from '../../core/finding.ts';
import type { Money } from '../../core/money.ts';
import type { Repository } from '../../core/ports.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Plan } from '../../generated/types/plan.ts';
import type { Entry } from '../../journal/entry.ts';
import { reservationsOf, reservedIn } from '../../journal/ledger.ts';
import { refNames } from '../../journal/names.ts';

/** Largest entry of a ledger that is read, in bytes. */
const largestEntry = 1024 * 1024;

/**
 * What other executions of the brand have reserved in the fullest of the months in which this one spends. The entries
 * are taken at their word: who runs verifies them, here they only warn.
 */
export async function readReserved(
  repository: Repository,
  tips: (ref: string) => readonly string[],
  plan: Plan,
  executionId: string,
): Promise<Result<readonly Money[]>> {
  const names = refNames('live');
  const months = reservationsOf(plan.effects).flatMap(({ month, minor }) => (minor > 0 ? [month] : []));
  let fullest: readonly Money[] = [];
  for (const tip of new Set(months.flatMap((month) => tips(names.ledger(plan.effects.brand, month))))) {
    const entries = await readEntries(repository, tip);
    if (entries === null) return failure([finding('journal/log-unreadable', { path: 'entry.json', commit: tip })]);
    const sums = [...reservedIn(entries, 'live', executionId)].filter(([, minor]) => minor > 0);
    const amounts = sums.map(([currency, minor]) => ({ currency, minor }));
    if (total(amounts) > total(fullest)) fullest = amounts;
  }
  return success(fullest);
}

/** Only to compare months of one brand, which counts in one currency as a rule. */
function total(amounts: readonly Money[]): number {
  return amounts.reduce((sum, { minor }) => sum + minor, 0);
}

async function readEntries(repository: Repository, tip: string): Promise<readonly Entry[] | null> {
  const entries: Entry[] = [];
  for await (const { id } of repository.firstParents(tip)) {
    const bytes = await repository.at(id).read('entry.json', largestEntry);
    try {
      entries.push(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())) as Entry);
    } catch {
      return null;
    }
  }
  return entries.length === 0 ? null : entries.toReversed();
}
