import {
  json,
  textOf,
  textsOf,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { fail, findSend, sendsOf, show } from './single-send.ts';

/** One mailing by its id. */
export function read(request: SandboxRequest, store: Store): SandboxAnswer {
  const send = findSend(request, store);
  return send === undefined ? fail(404, 'id', 'single send not found') : json(200, show(send));
}

/** Mailings by a part of the name, status and category. */
export function search({ fields, query }: SandboxRequest, store: Store): SandboxAnswer {
  const name = textOf(fields['name']).toLowerCase();
  const statuses = textsOf(fields['status']);
  const categories = textsOf(fields['categories']);
  const found = sendsOf(store)
    .list()
    .filter((send) => send.name.toLowerCase().includes(name))
    .filter((send) => statuses.length === 0 || statuses.includes(send.status))
    .filter((send) => categories.length === 0 || categories.some((category) => send.categories.includes(category)));
  const result = found
    .slice(0, Number(query.get('page_size') ?? '50'))
    .map(({ id, name: full, status, categories: all, sendAt, createdAt, updatedAt }) => ({
      id,
      name: full,
      abtest: null,
      status,
      categories: all,
      is_abtest: false,
      created_at: createdAt,
      updated_at: updatedAt,
      ...(sendAt !== null && { send_at: sendAt }),
    }));
  return json(200, { result, _metadata: { count: found.length } });
}
