import {
  json,
  textOf,
  type Route,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { fail } from './single-send.ts';

const lists = '/v3/marketing/lists';

interface List {
  readonly id: string;
  readonly count: number;
}

/** `POST /_sandbox/sendgrid/lists {id, count}`: only lists whose size was told have one. */
export function setList({ fields }: SandboxRequest, store: Store): SandboxAnswer {
  const { id, count } = { id: textOf(fields['id']), count: fields['count'] };
  if (id === '' || typeof count !== 'number' || !Number.isInteger(count) || count < 0)
    return json(400, { version: 1, message: 'id is text, count a number from 0' });
  store.collection<List>('lists').put(id, { id, count });
  return json(201, { version: 1, id, count });
}

/** Sizes of lists. */
export function listRoutes(): Route[] {
  const withList =
    (then: (list: List) => unknown): Route['handle'] =>
    ({ parameters }, store) => {
      const list = store.collection<List>('lists').get(parameters['id'] ?? '');
      return list === undefined
        ? fail(404, 'id', 'list not found; tell its size with POST /_sandbox/sendgrid/lists')
        : json(200, then(list));
    };
  return [
    {
      method: 'GET',
      path: `${lists}/:id/contacts/count`,
      operation: 'count-list',
      reads: true,
      handle: withList(({ count }) => ({ contact_count: count, billable_count: count })),
    },
    {
      method: 'GET',
      path: `${lists}/:id`,
      operation: 'read-list',
      reads: true,
      handle: withList(({ id, count }) => ({ id, name: id, contact_count: count })),
    },
  ];
}
