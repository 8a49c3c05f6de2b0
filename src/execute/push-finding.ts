import { finding, type Finding } from '../core/finding.ts';
import type { ChainOutcome } from './chain-writer.ts';
import type { Engine } from './engine.ts';

/** Why a push did not land, in words; a branch that stands in the way of our refs is named. */
export async function pushFinding(engine: Engine, outcome: ChainOutcome): Promise<Finding> {
  if (outcome.is === 'rolled-back') return outcome.finding;
  const why = 'why' in outcome ? outcome.why : outcome.is;
  const branch = engine.names.prefix.replace(/^refs\/heads\/|\/$/g, '');
  const blocked = await engine.repository.resolve(`refs/heads/${branch}`);
  if (blocked !== null || /cannot lock ref|exists; cannot create/.test(why))
    return finding('journal/ref-blocked', { branch });
  return outcome.is === 'rejected'
    ? finding('journal/push-rejected', { why })
    : finding('journal/store-unreachable', { why });
}
