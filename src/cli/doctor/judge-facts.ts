import { catalogue } from '../../core/findings/catalogue.ts';
import { pageOf } from './pages.ts';
import { questions } from './questions/index.ts';
import type { DoctorFacts, DoctorLine, LineState, Question } from './types.ts';

export type DoctorVerdict = 'ok' | 'red' | 'unknown';

/** All questions answered. Pure. */
export function judgeFacts(facts: DoctorFacts, asked: readonly Question[] = questions): readonly DoctorLine[] {
  return asked.filter((question) => isAsked(question, facts)).map((question) => answer(question, facts));
}

/** Red if one is; unknown is never fine. */
export function verdictOf(lines: readonly DoctorLine[]): DoctorVerdict {
  const has = (state: LineState): boolean => lines.some((line) => line.state === state);
  return has('red') ? 'red' : has('unknown') ? 'unknown' : 'ok';
}

/** Without a forge its settings are no question; one line says so. */
function isAsked(question: Question, { remote }: DoctorFacts): boolean {
  if (remote === null) return question.page === undefined && question.on === undefined;
  return question.on === undefined || question.on === remote.kind;
}

function answer(question: Question, facts: DoctorFacts): DoctorLine {
  const { code } = question;
  const { explanation } = catalogue[code];
  const verdict = question.ask(facts);
  const what = question.fine(facts);
  if (verdict === null) return { code, state: 'ok', what, why: explanation, mend: null, link: null };
  const { remote } = facts;
  const link = question.page === undefined || remote === null ? null : pageOf(question.page, remote);
  const isLocal = question.page === undefined && question.on === undefined;
  if ('unknown' in verdict) return { code, state: 'unknown', what: `Not seen: ${what}`, why: verdict.unknown, mend: isLocal ? null : tokenHint(facts), link }; // prettier-ignore
  const state = verdict.severity === 'warn' ? 'warn' : 'red';
  return { code, state, what: verdict.message, why: explanation, mend: verdict.hint, link };
}

/** What would show it. Most often it is the token that may not see a setting. */
function tokenHint({ remote }: DoctorFacts): string | null {
  if (remote === null) return null;
  return remote.kind === 'github'
    ? 'Run it with the token of an administrator: GITHUB_TOKEN=$(gh auth token) mergecast doctor. A fine-grained token needs read access to Actions, Administration, Contents, Environments, Metadata and Secrets.'
    : 'Run it with the token of an administrator of the repository in GITEA_TOKEN; it needs the scopes read:repository and read:user.';
}
