import type { Probe, ReadClient } from '../../core/contract.ts';
import type { Connection } from '../../generated/types/plan.ts';
import { textAt } from '../answer.ts';
import { query, quoted } from './query.ts';

/** A campaign as look-ups see it. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  /** ENABLED, PAUSED or REMOVED. */
  readonly status: string;
}

type Unread = Extract<Probe, { is: 'cannot-tell' }>;

/** Campaigns of exactly this name; removed ones too, whose name is free again. */
export function findByName(
  read: ReadClient,
  connection: Connection,
  name: string,
): Promise<readonly Campaign[] | Unread> {
  return find(read, connection, `campaign.name = ${quoted(name)}`);
}

/** The campaign with this id, or none. */
export function findById(read: ReadClient, connection: Connection, id: string): Promise<readonly Campaign[] | Unread> {
  return find(read, connection, `campaign.id = ${/^\d{1,20}$/.test(id) ? id : '0'}`);
}

async function find(read: ReadClient, connection: Connection, where: string): Promise<readonly Campaign[] | Unread> {
  const text = `SELECT campaign.id, campaign.name, campaign.status FROM campaign WHERE ${where} LIMIT 10`;
  const found = await query(read, connection, text);
  if (found.is !== 'rows') return { is: 'cannot-tell', why: found.why };
  return found.rows.map((row) => ({
    id: textAt(row, 'campaign', 'id'),
    name: textAt(row, 'campaign', 'name'),
    status: textAt(row, 'campaign', 'status'),
  }));
}
