import { items, text } from '../read/fields.ts';
import type { Reply } from './types.ts';

const longest = 240;

/** The forge's own reason, for a message: one line of visible characters, short, and without the token, whoever put it there. */
export function wordsOfReply(reply: Reply, token: string | null): string {
  const details = items(reply.data, 'errors')?.map((error) =>
    typeof error === 'string' ? error : (text(error, 'message') ?? text(error, 'code') ?? ''),
  );
  const said = [text(reply.data, 'message'), ...(details ?? [])].filter((words) => words !== undefined && words !== '');
  return oneLine([...new Set(said)].join('; '), token) || `it answered with status ${reply.status}`;
}

/** Text from outside as one short line. */
export function oneLine(words: string, token: string | null): string {
  const plain = words.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  const safe = token === null || token === '' ? plain : plain.replaceAll(token, '***');
  return safe.length > longest ? `${safe.slice(0, longest).toWellFormed()}…` : safe.replace(/\.$/, '');
}
