import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { checkDiscovery } from './check-discovery.ts';

type Json = Readonly<Record<string, unknown>>;

/** The vendors' own machine-readable descriptions; they are no part of this repository. */
const folder = join(import.meta.dirname, '../../../shared/specs');

/** Whether the descriptions are there to be compared with. */
export const hasDescriptions = existsSync(folder);

/** What a vendor says about one request: null where it describes none of this path and method. */
export interface Description {
  readonly body: Check | null;
  readonly answers: ReadonlyMap<string, Check>;
}

/** What of a value is not as described. */
type Check = (value: unknown) => unknown[];

function checkWith(schema: object): Check {
  const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message, params }) => [instancePath, message, params]);
}

const documents = new Map<string, Json>();

/** A description, read once. */
function read(file: string): Json {
  const known = documents.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(folder, file), 'utf8');
  const document = (file.endsWith('.json') ? JSON.parse(text) : parse(text)) as Json;
  documents.set(file, document);
  return document;
}

/** The description of a request, by platform. */
export function describeRequest(platform: string, method: string, path: string): Description | null {
  const find = { slack: describeSlack, sendgrid: describeSendgrid, 'google-ads': describeGoogle }[platform];
  return find?.(method.toLowerCase(), path.split('?')[0] ?? '') ?? null;
}

/** Swagger 2: the body is a list of form fields; what came later than the description is added by hand. */
function describeSlack(method: string, path: string): Description | null {
  const document = read('slack/slack_web_openapi_v2_without_examples.json');
  const operation = at(document, 'paths', path.replace('/api', ''), method);
  if (operation === undefined) return null;
  const fields = (at(operation, 'parameters') as Json[]).filter((one) => one['in'] === 'formData');
  const properties = Object.fromEntries(fields.map(({ name }) => [name, {}]));
  // docs.slack.dev: since 2022 messages take metadata.
  const later = path.endsWith('postMessage') ? { metadata: { type: 'object' } } : {};
  const body = { type: 'object', additionalProperties: false, properties: { ...properties, ...later } };
  // The description of an answer is of 2021 and knows nothing of what came since; its envelope holds.
  return {
    body: checkWith(body),
    answers: new Map([['200', checkWith({ type: 'object', required: ['ok'] })]]),
  };
}

/** OpenAPI 3. */
function describeSendgrid(method: string, path: string): Description | null {
  for (const file of ['singlesends', 'lists']) {
    const document = read(`sendgrid/tsg_mc_${file}_v3.yaml`);
    const template = Object.keys(document['paths'] as Json).find((one) => fits(one, path));
    const operation = at(document, 'paths', template ?? '', method);
    if (operation === undefined) continue;
    const resolve = (value: unknown): unknown => inline(value, document);
    const request = at(resolve(at(operation, 'requestBody')), 'content', 'application/json', 'schema');
    const answers = Object.entries((at(operation, 'responses') ?? {}) as Json).flatMap(([status, answer]) => {
      const schema = at(resolve(answer), 'content', 'application/json', 'schema');
      return schema === undefined ? [] : [[status, checkWith(resolve(schema) as object)] as const];
    });
    return {
      body: request === undefined ? null : checkWith(closed(resolve(request)) as object),
      answers: new Map(answers),
    };
  }
  return null;
}

/** Google's discovery format: schemas by name. */
function describeGoogle(method: string, path: string): Description | null {
  const document = read('google-ads/google-ads-api-v25-discovery.json');
  const names =
    method !== 'post' ? null : path.endsWith(':mutate') ? 'Mutate' : path.endsWith(':search') ? 'Search' : null;
  if (names === null) return null;
  const prefix = 'GoogleAdsGoogleadsV25Services__';
  const compile =
    (kind: string): Check =>
    (value) =>
      checkDiscovery(document['schemas'] as Json, { $ref: `${prefix}${names}GoogleAds${kind}` }, value);
  return { body: compile('Request'), answers: new Map([['200', compile('Response')]]) };
}

function fits(template: string, path: string): boolean {
  return new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path);
}

/** References in place of their names, and `nullable` as a type. */
function inline(value: unknown, document: Json): unknown {
  if (Array.isArray(value)) return value.map((one) => inline(one, document));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, nullable, ...rest } = value as Json;
  if (typeof $ref === 'string') return inline(at(document, ...$ref.replace('#/', '').split('/')), document);
  const inner = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, inline(one, document)]));
  return nullable === true && typeof inner['type'] === 'string' ? { ...inner, type: [inner['type'], 'null'] } : inner;
}

/** A field that the vendor does not describe is a slip of the pen. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  return 'properties' in inner && inner['type'] === 'object' ? { additionalProperties: false, ...inner } : inner;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Json)[key] : undefined),
    value,
  );
}
