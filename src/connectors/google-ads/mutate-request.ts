import { join } from '../../core/template.ts';
import type { Connection, Placeholder, Template } from '../../generated/types/plan.ts';
import { accountPath } from './query.ts';

/** Where every change of an account goes. */
export function mutatePath(connection: Pick<Connection, 'settings'>): string {
  return `${accountPath(connection)}/googleAds:mutate`;
}

/** A name that people recognise and that no other campaign can have. */
export function campaignName(words: string, marker: Placeholder): Template {
  return join(`${words.replaceAll(/[\0\r\n]/g, ' ').slice(0, 120)} [mergecast `, marker, ']');
}
