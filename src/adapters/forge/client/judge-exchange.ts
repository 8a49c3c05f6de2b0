import { finding, type Finding } from '../../../core/finding.ts';
import type { ForgeAddress } from '../../../core/forge.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { nameNeed } from '../permissions.ts';
import { limitedUntil } from './rate-limit.ts';
import type { Exchange, Question, Reply } from './types.ts';
import { wordsOfReply } from './words-of-reply.ts';

/** Whom the words of a problem are about. */
interface Party {
  readonly address: ForgeAddress;
  readonly token: string | null;
  readonly now: number;
}

/** Turns the last exchange about a question into its reply, or into words about what is wrong. */
export function judgeExchange(exchange: Exchange, question: Question, party: Party): Result<Reply> {
  const { what } = question;
  const origin = originOf(party.address);
  if (exchange.is === 'no-reply') {
    const code = isRead(question) || !exchange.sent ? 'forge/unreachable' : 'forge/unknown-outcome';
    return failure([finding(code, { what, origin, why: exchange.why })]);
  }
  const { status } = exchange;
  const until = limitedUntil(exchange, party.now);
  if (until !== null) return failure([finding('forge/rate-limited', { what, until: new Date(until).toISOString() })]);
  if (status < 300 || question.allow?.includes(status) === true) return success(exchange);
  return failure([problemOf(exchange, question, party, origin)]);
}

/** Whether a question changes nothing, so that it may be asked again. */
export function isRead(question: Question): boolean {
  return question.reads === true || question.route.startsWith('GET ');
}

function problemOf(reply: Reply, question: Question, party: Party, origin: string): Finding {
  const { what } = question;
  const { status } = reply;
  const why = wordsOfReply(reply, party.token);
  const permission = nameNeed(question.need, party.address.kind);
  if (status < 400) return finding('forge/moved', { what });
  if (status === 401) return finding('forge/token-refused', { what, origin });
  if (status === 403) return finding('forge/forbidden', { what, permission, why });
  if (status === 404 || status === 410) return finding('forge/not-found', { what, permission });
  if (status === 409) return finding('forge/conflict', { what, why });
  if (status < 500) return finding('forge/refused', { what, why });
  return finding(isRead(question) ? 'forge/unreachable' : 'forge/unknown-outcome', { what, origin, why });
}

function originOf(address: ForgeAddress): string {
  return URL.canParse(address.api) ? new URL(address.api).origin : 'the forge';
}
