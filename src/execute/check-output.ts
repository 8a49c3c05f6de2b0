import { finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Output } from '../generated/types/plan.ts';

/** What must never travel from a platform's answer into a message: markup, templates, control and escape characters. */
const dangerous = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>"'`\\^|{}]|\$\{\{/u;

/**
 * An output of a platform, checked against what the plan predicted, before anything else is built from it. A hacked site
 * must not be able to put its address into 200,000 mailboxes.
 */
export function checkOutput(name: string, value: unknown, output: Output): Result<string | number> {
  const why = problemWith(value, output);
  if (why === null) return success(value as string | number);
  return failure([finding('execution/unexpected-output', { output: name, value: String(value).slice(0, 200), why })]);
}

function problemWith(value: unknown, output: Output): string | null {
  if (output.type === 'integer') return Number.isSafeInteger(Number(value)) ? null : 'it is not a whole number';
  if (typeof value !== 'string') return 'it is not text';
  if (value.length > output['max-length']) return `it is longer than ${output['max-length']} characters`;
  if (output.predicted !== undefined && value !== output.predicted) return `${output.predicted} was expected`;
  return problemWithText(value, output);
}

function problemWithText(value: string, output: Output): string | null {
  if (output.type === 'url') return problemWithUrl(value, output);
  if (output.type === 'id') return /^[\w.:/-]+$/.test(value) ? null : 'it is not an identifier';
  return dangerous.test(value.replaceAll(' ', '')) ? 'it contains characters that may not be passed on' : null;
}

function problemWithUrl(value: string, output: Output): string | null {
  if (dangerous.test(value)) return 'it contains characters that no address may have';
  if (!URL.canParse(value)) return 'it is not an address';
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return 'it contains a user name';
  const isTest = output.origin?.startsWith('http:') === true;
  if (url.protocol !== 'https:' && !isTest) return 'it is not https';
  if (output.origin !== undefined && url.origin !== new URL(output.origin).origin)
    return `it does not belong to ${output.origin}`;
  return null;
}
