import { finding } from '../../core/finding.ts';
import { executionIdOf } from '../../core/identity.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Chain } from '../../execute/chain-writer.ts';
import type { Engine } from '../../execute/engine.ts';
import { openChain } from '../../execute/open-chain.ts';
import { readSnapshot } from '../../execute/snapshot.ts';
import { questionOf, type OpenQuestion } from '../../history/question-of.ts';
import { reduce } from '../../journal/reduce.ts';
import type { JournalState } from '../../journal/state.ts';

/** An execution that waits for a person. */
export interface Parked {
  readonly chain: Chain;
  readonly state: JournalState;
  readonly question: OpenQuestion;
}

const mostGenerations = 50;

/** The execution that waits for a person, by the ULID of its manifest or the start of its execution id. */
export async function findQuestion(engine: Engine, id: string): Promise<Result<Parked>> {
  const snapshot = await readSnapshot(engine);
  if (!snapshot.ok) return snapshot;
  const { tips } = snapshot.value;
  const own = ownIds(engine, id);
  const found = [...tips.keys()].filter((one) => own.has(one) || (id.length >= 4 && one.startsWith(id.toLowerCase())));
  for (const executionId of found) {
    const chain = await openChain(
      engine,
      engine.names.execution(executionId),
      executionId,
      tips.get(executionId) ?? null,
    );
    if (!chain.ok) return chain;
    const state = reduce(chain.value.entries);
    const question = state === null ? null : questionOf(state, executionId);
    if (state !== null && question !== null) return success({ chain: chain.value, state, question });
  }
  return failure([finding(found.length > 0 ? 'execution/nothing-asked' : 'execution/unknown-id', { id })]);
}

/** Identities that a manifest's ULID has had in this world. */
function ownIds({ world, repositoryId: repository }: Engine, id: string): ReadonlySet<string> {
  const generations = Array.from({ length: mostGenerations }, (_, index) => index + 1);
  return new Set(
    generations.map((generation) => executionIdOf(world, { repository, id: id.toUpperCase(), generation })),
  );
}
