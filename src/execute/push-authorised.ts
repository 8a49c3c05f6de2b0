import { finding } from '../core/finding.ts';
import { canonicalJson } from '../core/canonical.ts';
import { failure, type Result } from '../core/result.ts';
import { continuedPath } from '../journal/names.ts';
import type { Candidate } from './candidate.ts';
import { appendWithFiles, pushChains, type Chain, type ChainOutcome } from './chain-writer.ts';
import { continuedBy } from './check-continuation.ts';
import type { Engine } from './engine.ts';
import { openChain } from './open-chain.ts';

/** How often it is tried while other runners extend the log. */
const attempts = 8;

/**
 * Pushes an approval record. Where it carries on another execution, the log is told so in the same push: of two
 * executions that carry on the same one, only one can be the first there.
 */
export async function pushAuthorised(
  engine: Engine,
  chain: Chain,
  { plan, executionId: by, folder }: Candidate,
): Promise<ChainOutcome | Result<never>> {
  const execution = plan.effects.continues?.execution;
  if (execution === undefined) return pushChains(engine, [chain]);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const log = await openChain(engine, engine.names.log, '', await tipOf(engine, engine.names.log));
    if (!log.ok) return log;
    const other = await continuedBy(engine, { log: log.value }, execution);
    if (other !== null && other !== by)
      return failure([
        finding(
          'execution/already-continued',
          { executionId: execution, by: other },
          { file: `${folder}/continues.json` },
        ),
      ]);
    if (other === null) await noteContinued(engine, log.value, execution, by);
    const pushed = await pushChains(engine, [chain, log.value]);
    if (pushed.is !== 'lost') return pushed;
    await engine.store.refresh();
    if ((await tipOf(engine, chain.ref)) !== chain.pushed) return pushed;
  }
  return { is: 'lost' };
}

/** Also as a file, so that a check can look it up without following the whole log. */
async function noteContinued(engine: Engine, log: Chain, execution: string, by: string): Promise<void> {
  const file = { path: continuedPath(execution), text: canonicalJson({ version: 1, execution, by }) };
  await appendWithFiles(engine, log, { kind: 'CONTINUED', execution, by }, 0, [file]);
}

async function tipOf(engine: Engine, ref: string): Promise<string | null> {
  return (await engine.store.tips(ref)).get(ref) ?? null;
}
