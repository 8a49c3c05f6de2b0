import {
  json,
  objectOf,
  textOf,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { failure } from './errors.ts';
import { idOf, kinds, resourcesOf, type Resource } from './resources.ts';

type Row = Record<string, unknown>;

const grammar =
  /^\s*SELECT\s+(?<fields>[\s\S]+?)\s+FROM\s+(?<from>\w+)(?:\s+WHERE\s+(?<where>[\s\S]+?))?(?:\s+ORDER\s+BY\s+[\w., ]+?)?(?:\s+LIMIT\s+(?<limit>\d+))?\s*;?\s*$/i;

/** `googleAds:search` with as much of the query language as look-ups need: SELECT ... FROM ... WHERE a = b AND ... LIMIT n. */
export function search(request: SandboxRequest, store: Store): SandboxAnswer {
  const { fields = '', from = '', where = '', limit = '10000' } = readQuery(textOf(request.fields['query']));
  const rows = rowsOf(from, `customers/${request.parameters['customer'] ?? ''}`, store);
  if (rows === null)
    return failure([{ index: 0, area: 'queryError', code: 'EXPECTED_SELECT', message: 'The query cannot be read.' }]);
  const fits = readConditions(where);
  if (fits === null)
    return failure([
      { index: 0, area: 'queryError', code: 'UNRECOGNIZED_FIELD', message: 'A condition cannot be read.' },
    ]);
  const paths = fields.split(',').map((field) => camel(field.trim()).split('.'));
  const results = rows
    .filter(fits)
    .slice(0, Number(limit))
    .map((row) => project(row, paths));
  return json(200, {
    ...(results.length > 0 && { results }),
    fieldMask: paths.map((path) => path.join('.')).join(','),
  });
}

function readQuery(query: string): Partial<Record<string, string>> {
  return grammar.exec(query)?.groups ?? {};
}

function readConditions(where: string): ((row: Row) => boolean) | null {
  const conditions = where
    .split(/\s+AND\s+/i)
    .filter((text) => text.trim() !== '')
    .map(readCondition);
  return conditions.includes(null) ? null : (row) => conditions.every((fits) => fits?.(row) === true);
}

/** Every resource of the kind with what it belongs to; null for a kind that is not known. */
function rowsOf(from: string, account: string, store: Store): Row[] | null {
  const customer = objectOf(
    // Untold it stands for accounts of every currency and names none.
    store.collection('customers').get(idOf(account)) ?? { timeZone: 'Europe/Berlin' },
  );
  const base = {
    customer: {
      resourceName: account,
      id: idOf(account),
      descriptiveName: 'Sandbox',
      status: 'ENABLED',
      testAccount: false,
      manager: false,
      ...customer,
    },
  };
  if (from === 'customer') return [base];
  const kind = kinds.find(({ name }) => name === camel(from));
  if (kind === undefined) return null;
  const own = resourcesOf(store, kind)
    .list()
    .filter(({ resourceName }) => resourceName.startsWith(`${account}/`));
  return own.map((resource) => ({ ...base, ...related(resource, kind.name, store), [kind.name]: resource }));
}

/** Follows the names in a resource upwards: ad -> ad group -> campaign -> budget. */
function related(resource: Resource, self: string, store: Store): Row {
  return kinds.reduce<Row>((row, kind) => {
    const parent = resourcesOf(store, kind).get(textOf(resource[kind.name]));
    return parent === undefined || kind.name === self
      ? row
      : { ...row, ...related(parent, kind.name, store), [kind.name]: parent };
  }, {});
}

function readCondition(text: string): ((row: Row) => boolean) | null {
  const parsed = /^\s*(?<field>[\w.]+)\s*(?<sign>!=|=|NOT IN|IN|LIKE)\s*(?<value>[\s\S]+?)\s*$/i.exec(text)?.groups;
  if (parsed === undefined) return null;
  const path = camel(parsed['field'] ?? '').split('.');
  const values = [...(parsed['value'] ?? '').matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\w/.~-]+)/g)].map(
    ([, single, double, bare]) => (single ?? double ?? bare ?? '').replaceAll(/\\(.)/g, '$1'),
  );
  const has = (row: Row): boolean => values.includes(textOf(valueAt(row, path)));
  const sign = (parsed['sign'] ?? '').toUpperCase();
  if (sign === '!=' || sign === 'NOT IN') return (row) => !has(row);
  if (sign === 'LIKE')
    return (row) =>
      textOf(valueAt(row, path))
        .toLowerCase()
        .includes((values[0] ?? '').replaceAll('%', '').toLowerCase());
  return has;
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => objectOf(value)[key], row);
}

/** Only the fields that were selected; every resource keeps its name. */
function project(row: Row, paths: readonly (readonly string[])[]): Row {
  const result: Record<string, unknown> = {};
  for (const path of paths) {
    const value = valueAt(row, path);
    if (value === undefined) continue;
    const [head = ''] = path;
    let place = (result[head] ??= { resourceName: objectOf(row[head])['resourceName'] }) as Record<string, unknown>;
    for (const key of path.slice(1, -1)) place = (place[key] ??= {}) as Record<string, unknown>;
    place[path.at(-1) ?? ''] = value;
  }
  return result;
}

function camel(text: string): string {
  return text.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
