import type { ReadClient } from '../../core/contract.ts';
import type { Answer } from '../../core/ports.ts';
import type { Connection } from '../../generated/types/plan.ts';
import { listAt, readJson, whyNot } from '../answer.ts';
import { customerOf } from './read-answer.ts';

/** Path of an account's own methods. */
export function accountPath(connection: Pick<Connection, 'settings'>): string {
  return `/v25/customers/${customerOf(connection)}`;
}

type Found =
  | { readonly is: 'rows'; readonly rows: readonly unknown[] }
  | { readonly is: 'cannot-tell'; readonly why: string; readonly answer: Answer };

/** Rows of a query in Google's query language; no rows are an answer too. */
export async function query(read: ReadClient, connection: Connection, text: string): Promise<Found> {
  const answer = await read.search(`${accountPath(connection)}/googleAds:search`, { query: text });
  const json = answer.is === 'answer' && answer.status === 200 ? readJson(answer) : null;
  // Without a field mask it is not an answer of this method, whatever else it holds.
  if (json === null || !('fieldMask' in json)) return { is: 'cannot-tell', why: whyNot(answer, 'Google Ads'), answer };
  return { is: 'rows', rows: listAt(json, 'results') };
}

/** Text inside a query. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
