import {
  json,
  listOf,
  objectOf,
  textOf,
  textsOf,
  type SandboxAnswer,
  type SandboxRequest,
  type Store,
} from '../../../sandbox/kit/index.ts';
import { moneyProblem } from './check-money.ts';
import { failure, type AdsError } from './errors.ts';
import { idOf, kinds, resourcesOf, type Kind, type Resource } from './resources.ts';
import { noteCampaign } from './note-campaign.ts';

/** One operation of a mutate, read. */
interface Operation {
  readonly index: number;
  readonly kind: Kind;
  readonly create?: Readonly<Record<string, unknown>>;
  readonly update?: Readonly<Record<string, unknown>>;
  readonly mask: readonly string[];
  readonly remove?: string;
}

/** `googleAds:mutate`: everything or nothing. Later operations may name earlier ones by temporary names such as `.../-1`. */
export function mutate(request: SandboxRequest, store: Store): SandboxAnswer {
  const operations = listOf(request.fields['mutateOperations']).map((value, index) =>
    readOperation(objectOf(value), index),
  );
  const unknown = operations.flatMap((operation, index) => ('kind' in operation ? [] : [{ ...operation, index }]));
  if (operations.length === 0 || unknown.length > 0)
    return failure(
      unknown.length > 0
        ? unknown
        : [
            {
              index: 0,
              area: 'requestError',
              code: 'REQUIRED_FIELD_MISSING',
              message: 'There are no operations.',
            },
          ],
    );
  const account = `customers/${request.parameters['customer'] ?? ''}`;
  const done = perform(operations as Operation[], account, store);
  if (done.errors.length > 0) return failure(done.errors);
  if (request.fields['validateOnly'] === true) return json(200, {});
  for (const { kind, resource } of done.writes) {
    const before = resourcesOf(store, kind).get(resource.resourceName);
    resourcesOf(store, kind).put(resource.resourceName, resource);
    if (kind.name === 'campaign') noteCampaign(store, before, resource);
  }
  const responses = done.writes.map(({ kind, resource }) => ({
    [`${kind.name}Result`]: { resourceName: resource.resourceName },
  }));
  return json(200, { mutateOperationResponses: responses });
}

function readOperation(value: Readonly<Record<string, unknown>>, index: number): Operation | AdsError {
  const [name = ''] = Object.keys(value);
  const kind = kinds.find((known) => `${known.name}Operation` === name);
  if (kind === undefined)
    return { index, area: 'requestError', code: 'UNKNOWN', message: `The sandbox does not know "${name}".` };
  const { create, update, updateMask, remove } = objectOf(value[name]);
  return {
    index,
    kind,
    mask: textsOf(updateMask),
    ...(create !== undefined && { create: objectOf(create) }),
    ...(update !== undefined && { update: objectOf(update) }),
    ...(remove !== undefined && { remove: textOf(remove) }),
  };
}

interface Performed {
  readonly errors: AdsError[];
  readonly writes: { readonly kind: Kind; readonly resource: Resource }[];
  readonly names: Map<string, string>;
}

function perform(operations: readonly Operation[], account: string, store: Store): Performed {
  const done: Performed = { errors: [], writes: [], names: new Map() };
  for (const operation of operations) {
    const resource =
      operation.create === undefined ? changed(operation, store, done) : created(operation, account, store, done);
    if ('code' in resource && 'area' in resource) done.errors.push(resource as AdsError);
    else done.writes.push({ kind: operation.kind, resource });
  }
  return done;
}

function created(
  { kind, create = {}, index }: Operation,
  account: string,
  store: Store,
  done: Performed,
): Resource | AdsError {
  const fields = objectOf(
    JSON.parse(JSON.stringify(create), (_, value: unknown) =>
      typeof value === 'string' ? (done.names.get(value) ?? value) : value,
    ),
  );
  const taken = nameTaken(kind, fields, account, store, done);
  if (taken !== null) return { index, ...taken };
  const money = moneyProblem(
    kind.name,
    fields,
    done.writes.map(({ resource }) => resource),
    store,
  );
  if (money !== null) return { index, ...money };
  const own = String(1_000_000 + store.next('resources'));
  const parent = kind.parent === undefined ? '' : `${idOf(textOf(fields[kind.parent]))}~`;
  const resourceName = `${account}/${kind.plural}/${parent}${own}`;
  done.names.set(textOf(create['resourceName']), resourceName);
  // Whoever forgets the status gets an ad that runs.
  return { status: 'ENABLED', ...fields, ...withIds(kind, own), resourceName };
}

/** Names are unique: of campaigns and budgets in an account, of groups in a campaign. */
function nameTaken(
  kind: Kind,
  fields: Readonly<Record<string, unknown>>,
  account: string,
  store: Store,
  done: Performed,
): Omit<AdsError, 'index'> | null {
  const name = textOf(fields['name']);
  const error = {
    campaign: ['campaignError', 'DUPLICATE_CAMPAIGN_NAME'],
    campaignBudget: ['campaignBudgetError', 'DUPLICATE_NAME'],
    adGroup: ['adGroupError', 'DUPLICATE_ADGROUP_NAME'],
  }[kind.name];
  const others = [
    ...resourcesOf(store, kind).list(),
    ...done.writes.filter((write) => write.kind === kind).map(({ resource }) => resource),
  ];
  const isTaken = others.some(
    (other) =>
      other['name'] === name &&
      other['status'] !== 'REMOVED' &&
      other['campaign'] === fields['campaign'] &&
      other.resourceName.startsWith(`${account}/`),
  );
  if (error === undefined || name === '' || !isTaken) return null;
  return { area: error[0] ?? '', code: error[1] ?? '', message: 'The name is used already.', trigger: name };
}

function withIds(kind: Kind, id: string): Readonly<Record<string, unknown>> {
  return kind.parent === undefined ? { id } : {};
}

function changed(
  { kind, update = {}, mask, remove, index }: Operation,
  store: Store,
  done: Performed,
): Resource | AdsError {
  const name = remove ?? textOf(update['resourceName']);
  const resourceName = done.names.get(name) ?? name;
  const before = resourcesOf(store, kind).get(resourceName);
  if (before === undefined)
    return {
      index,
      area: 'mutateError',
      code: 'RESOURCE_NOT_FOUND',
      message: 'Resource was not found.',
      trigger: resourceName,
    };
  if (before['status'] === 'REMOVED')
    return {
      index,
      area: 'contextError',
      code: 'OPERATION_NOT_PERMITTED_FOR_REMOVED_RESOURCE',
      message: 'The operation is not allowed for removed resources.',
      trigger: resourceName,
    };
  if (remove !== undefined) return { ...before, status: 'REMOVED' };
  const camel = mask.map(
    (field) => field.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()).split('.')[0] ?? '',
  );
  return { ...before, ...Object.fromEntries(camel.map((field) => [field, update[field]])), resourceName };
}
