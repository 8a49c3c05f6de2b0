import { isPartial, type ExecutionReport } from '../../execute/report-of.ts';
import type { Label } from '../../core/forge.ts';

/** All our labels begin like this; others are left alone. */
export const labelPrefix = 'mergecast: ';

const label = (name: string, color: string, description: string): Label => ({
  name: `${labelPrefix}${name}`,
  color,
  description,
});

/** What a forge gives a new label by itself: then it costs no request of its own in every check. */
const grey = 'ededed';

const labels = {
  blocked: label('blocked', grey, 'Something has to be fixed before anybody approves'),
  waiting: label('waiting for approval', grey, 'Nothing to fix; approvals are missing'),
  ready: label('ready', grey, 'Approved; merging executes it at its time'),
  scheduled: label('scheduled', '1d76db', 'Merged; goes out at its time'),
  executed: label('executed', '0e8a16', 'Everything went out'),
  partial: label('partial', 'd93f0b', 'Only a part went out, or not everything could be undone'),
  failed: label('failed', 'b60205', 'Nothing of it stands: it failed and was undone, or was refused'),
  person: label('needs a person', 'b60205', 'Stopped until somebody has answered a question'),
} as const;

/** Incidents and questions carry it, so that they are found again. */
export const incidentLabel = label('incident', 'b60205', 'Something is on the default branch that nobody approved');
export const questionLabel = label('question', 'd93f0b', 'An execution waits for the answer of a person');

/** Where an open pull request stands. */
export function labelOfCheck(check: { readonly isBlocked: boolean; readonly missing: number }): Label {
  if (check.isBlocked) return labels.blocked;
  return check.missing > 0 ? labels.waiting : labels.ready;
}

/** What became of a merged pull request; what needs somebody wins. */
export function labelOfRun(executions: readonly ExecutionReport[]): Label | null {
  const has = (...wanted: readonly ExecutionReport['state'][]): boolean =>
    executions.some(({ state }) => wanted.includes(state));
  if (executions.length === 0) return null;
  if (has('NEEDS-HUMAN')) return labels.person;
  if (has('COMPENSATION-FAILED') || executions.some(isPartial)) return labels.partial;
  if (has('COMPENSATED', 'REFUSED')) return has('SEALED') ? labels.partial : labels.failed;
  return has('WAITING', 'AUTHORISED', 'CLAIMED') ? labels.scheduled : labels.executed;
}
