import type { NewFile } from '../../adapters/files/write-new-files.ts';
import type { Log } from '../../generated/types/log.ts';
import { staysAfterRollback } from '../../journal/rollback-of.ts';
import type { Rollback } from '../../generated/types/rollback.ts';

/** What a rollback is made of. */
export interface RollbackFacts {
  readonly log: Log;
  readonly rollback: Rollback;
  /** New ULID. */
  readonly id: string;
  /** Month of today, `2027-03`. */
  readonly month: string;
}

/** Folder of the execution that undoes another one. */
export function rollbackFolder({ log, month }: RollbackFacts): string {
  const name = log.path.slice(log.path.lastIndexOf('/') + 1);
  const generation = log.generation === 1 ? '' : `-${log.generation}`;
  return `executions/${log.brand}/${month}/rollback-${name}${generation}`;
}

function summaryOf(log: Log): string {
  const stays = staysAfterRollback(log);
  const kept = stays.length === 0 ? '' : ` Stays as it is, because it cannot be taken back: ${stays.join(', ')}.`;
  return `Undo what was executed from ${log.path.slice('executions/'.length)}.${kept}`.slice(0, 300);
}

/** The manifest of a rollback and the copy of the log that it rests on. Pure. */
export function rollbackFiles(facts: RollbackFacts): readonly NewFile[] {
  const { log, rollback, id } = facts;
  const folder = rollbackFolder(facts);
  const manifest = `# yaml-language-server: $schema=../../../../schemas/execution.schema.json
# Undoes ${log.path} (${log.id}, generation ${log.generation}). Written by \`mergecast rollback\`; it is reviewed,
# approved and executed like any other execution, and compared with the sealed log before anything is undone.
version: 1
id: ${id}
generation: 1
brand: ${log.brand}
summary: ${JSON.stringify(summaryOf(log))}
rolls-back: ${log.executionId}
steps: {} # what is undone stands in rollback.json
on-failure: stop
`;
  return [
    { path: `${folder}/execution.yaml`, content: manifest, why: 'the rollback, to be approved' },
    {
      path: `${folder}/rollback.json`,
      content: `${JSON.stringify(rollback, null, 2)}\n`,
      why: 'what the sealed log says was done',
    },
  ];
}
