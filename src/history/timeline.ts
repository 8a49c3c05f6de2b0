import { unreachable } from '../core/result.ts';
import type { Body, Entry } from '../journal/entry.ts';

/** One line of `log`: a contract for scripts (design.md, Commands). */
export interface TimelineEntry {
  readonly sequence: number;
  /** ISO instant. */
  readonly at: string;
  readonly kind: string;
  readonly step?: string;
  readonly operation?: string;
  /** Runner that signed it. */
  readonly by: string;
  readonly summary: string;
}

/** The journal of an execution as a list for people. */
export function timelineOf(entries: readonly Entry[]): TimelineEntry[] {
  return entries.map(({ sequence, at, runner, body }) => ({
    sequence,
    at,
    kind: body.kind,
    ...('step' in body && body.step !== undefined && { step: body.step }),
    ...('operation' in body && body.operation !== undefined && { operation: body.operation }),
    by: runner,
    summary: summaryOf(body),
  }));
}

function summaryOf(body: Body): string {
  switch (body.kind) {
    case 'AUTHORISED':
      return `approved by ${body.approvals.map(({ who, trust }) => `${who} (${trust})`).join(', ')}: ${body.digest}`;
    case 'CLAIMED':
      return body.takeover ? 'taken over from a runner that stopped' : 'work began';
    case 'INTENT':
      return `about to ${(['do', 'undo'] as const).flatMap((direction) => announced(body, direction)).join('; ')}`;
    case 'DONE':
      return `${nameOf(body)} ${body.direction === 'undo' ? 'undone' : 'done'}${body.adopted ? ' (found by look-up)' : ''}: ${body.receipt.url ?? body.receipt.id}`;
    case 'REFUSED':
      return `${nameOf(body)} refused: ${body.finding.message}`;
    case 'UNKNOWN':
      return `${nameOf(body)} in doubt: ${body.why}`;
    case 'ABSENT':
      return `${nameOf(body)} did not happen (${body.direction})`;
    case 'NOTHING-TO-UNDO':
      return `${nameOf(body)}: nothing to undo: ${body.why}`;
    default:
      return phaseSummary(body);
  }
}

/** `blog/publish`: an operation as people tell it apart. */
function nameOf({ step, operation }: { readonly step: string; readonly operation: string }): string {
  return `${step}/${operation}`;
}

/** `do blog/draft, blog/upload`; nothing where no call has this direction. */
function announced({ operations }: Body & { kind: 'INTENT' }, direction: 'do' | 'undo'): string[] {
  const names = operations.filter((one) => one.direction === direction).map(nameOf);
  return names.length === 0 ? [] : [`${direction} ${names.join(', ')}`];
}

type PhaseBody = Exclude<
  Body,
  {
    kind: 'AUTHORISED' | 'CLAIMED' | 'INTENT' | 'DONE' | 'REFUSED' | 'UNKNOWN' | 'ABSENT' | 'NOTHING-TO-UNDO';
  }
>;

function phaseSummary(body: PhaseBody): string {
  switch (body.kind) {
    case 'WAITING':
      return body.until === undefined ? body.words : `${body.words}, until ${body.until}`;
    case 'COMPENSATING':
      return `undoing what was done: ${body.why}`;
    case 'SUCCEEDED':
      return 'everything is done';
    case 'VERIFIED':
      return body.steps.map(({ step, words }) => `${step}: ${words}`).join('; ');
    case 'NEEDS-HUMAN':
      return body.question;
    case 'RESOLVED':
      return `${body.by}: ${body.answer} (${body.reason})`;
    case 'ENDED':
      return `${body.state.toLowerCase()}: ${body.why}`;
    case 'SEALED':
      return `sealed as ${body.path}`;
    case 'CONTINUED':
      return `carried on by ${body.by.slice(0, 12)}`;
    case 'TOLD':
      return `${body.what}: ${body.url}`;
    case 'GENESIS':
    case 'BASE':
    case 'FREEZE':
    case 'UNFREEZE':
    case 'OPEN':
    case 'RESERVE':
    case 'RELEASE':
    case 'MONTH':
    case 'SEAL': // prettier-ignore
      return body.kind.toLowerCase();
    default:
      return unreachable(body);
  }
}
