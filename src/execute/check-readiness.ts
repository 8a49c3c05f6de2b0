import { finding, type Finding } from '../core/finding.ts';
import { operationRef, type JournalState } from '../journal/state.ts';
import type { Step } from '../generated/types/plan.ts';
import { credentialsFor } from './credentials.ts';
import type { Engine } from './engine.ts';
import { readClient } from './read-client.ts';
import { readMedia } from './run-context.ts';

/** Before the claim: secrets, accounts, approved files and live audience of every step, so that nothing fails half way for a reason that was visible. */
export async function checkReadiness(engine: Engine, state: JournalState): Promise<Finding[]> {
  const { steps, media, 'rolls-back': rollback } = state.authorised.effects;
  const direction = rollback === undefined ? 'do' : 'undo';
  const files = await Promise.all(
    media.map(async ({ sha256 }) =>
      (await readMedia(engine, state, sha256)) === null ? [finding('execution/media-unavailable', { sha256 })] : [],
    ),
  );
  const open = steps.filter(({ id, operations }) =>
    operations.some((one) => state.operations.get(operationRef(id, one.id))?.[direction].state !== 'DONE'),
  );
  const checked = await Promise.all(open.map((step) => checkStep(engine, step)));
  return [...files.flat(), ...checked.flat()];
}

async function checkStep(engine: Engine, step: Step): Promise<Finding[]> {
  const secrets = await credentialsFor(engine, step.connection);
  if (!secrets.ok) return [...secrets.error];
  const connector = await engine.registry.connector(step.connection.platform);
  const account = await connector?.preflight(readClient(engine, step.connection), step.connection);
  if (account !== undefined && !account.ok) return [...account.error];
  const action = await engine.registry.action(step.uses);
  const rehearsed = (await action?.rehearse?.(step, readClient(engine, step.connection))) ?? [];
  return [...rehearsed, ...(step.audience === undefined ? [] : await measure(engine, step, step.audience))];
}

async function measure(engine: Engine, step: Step, audience: NonNullable<Step['audience']>): Promise<Finding[]> {
  const action = await engine.registry.action(step.uses);
  const measured = await action?.measure?.(step, readClient(engine, step.connection));
  if (measured === undefined) return [];
  // The sandbox holds no lists but those that were put there.
  if (!measured.ok) return engine.world === 'live' ? [...measured.error] : [];
  const { size, tolerance } = audience;
  const live = measured.value.audience;
  const isWithin = Math.abs(live - size) * 100 <= size * tolerance;
  return isWithin ? [] : [finding('execution/audience-moved', { stated: size, live, tolerance })];
}
