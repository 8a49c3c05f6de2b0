import type { Outcome } from '../core/contract.ts';
import { finding, type Finding } from '../core/finding.ts';
import type { Answer } from '../core/ports.ts';

type Received = Answer & { is: 'answer' };

/** Who answered what, for the words of a finding. */
export interface Asked {
  readonly platform: string;
  readonly origin: string;
  readonly account: string;
  /** Infinitive, such as `create the draft`. */
  readonly what: string;
}

/** A JSON object or array out of an answer, or null: then something else than the platform's API answered. */
export function readJson(answer: Pick<Received, 'text'>): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(answer.text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A value inside JSON by a path of keys; undefined where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    return (inner as Record<string | number, unknown>)[step];
  }, value);
}

/** The value if it is text, a number as text, else ''. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** The items of a JSON array, else none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** How long the platform asks to wait, in seconds: `Retry-After` as number or date, compared with the answer's own date. */
export function retryAfter(answer: Pick<Received, 'headers'>, fallback = 30): number {
  const wanted = answer.headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/.test(wanted)) return Number(wanted);
  const seconds = (Date.parse(wanted) - Date.parse(answer.headers['date'] ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : fallback;
}

/** A platform's own words, made harmless and short enough for a finding. */
export function quote(text: string): string {
  const plain = text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
  const short = plain
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.!]+$/, '');
  return short.length > 200 ? `${short.slice(0, 200)}...` : short;
}

/**
 * What an answer other than success means, on every platform: 4xx is a definite no, "too many requests" a definite
 * later, and everything from 5xx on may have happened. `reason` is the platform's own explanation.
 */
export function failureOutcome(answer: Received, asked: Asked, reason = ''): Outcome {
  const { status } = answer;
  if (status === 429) return { is: 'throttled', seconds: retryAfter(answer) };
  if (status >= 500) return { is: 'unknown', why: `${asked.platform} answered ${status}` };
  if (status >= 300 && status < 400)
    return {
      is: 'unknown',
      why: `${asked.platform} answered with a redirect (${status}), which is not followed`,
    };
  if (status < 300) return { is: 'unknown', why: `${asked.platform} answered ${status}, but not as documented` };
  return { is: 'refused', finding: refusalOf(answer, asked, reason) };
}

function refusalOf(answer: Received, asked: Asked, reason: string): ReturnType<typeof finding> {
  const { platform, account, origin, what } = asked;
  if (answer.status === 401) return finding('platform/wrong-credentials', { platform, account });
  if (readJson(answer) === null) return finding('platform/blocked-by-site', { origin, status: answer.status });
  if (answer.status === 403)
    return finding('platform/missing-permission', { platform, account, needed: quote(reason) || what });
  return finding('platform/rejected', { platform, what, reason: quote(reason) || `answer ${answer.status}` });
}

/**
 * What has to be known before a change could not be read. The engine asks again after `platform/unreachable`, so a
 * definite no must not be called that. `what` follows "refused to".
 */
export function unread(answer: Answer, platform: string, what: string): Finding {
  const isNo = answer.is === 'answer' && answer.status >= 400 && answer.status < 500;
  const isPassing = !isNo || [408, 425, 429].includes(answer.status);
  if (isPassing) return finding('platform/unreachable', { platform, why: whyNot(answer, platform) });
  return finding('platform/rejected', { platform, what, reason: `answer ${answer.status}` });
}

/** Why a look-up could not tell, in words. */
export function whyNot(answer: Answer, platform: string): string {
  return answer.is === 'answer' ? `${platform} answered ${answer.status}` : `${platform}: ${answer.why}`;
}
