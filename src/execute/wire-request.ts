import { hashOf, sha256Hex } from '../core/canonical.ts';
import type { FilledRequest } from '../core/contract.ts';
import type { WireRequest } from '../core/ports.ts';
import { failure, success, type Result } from '../core/result.ts';
import { finding } from '../core/finding.ts';
import type { Connection, Request } from '../generated/types/plan.ts';
import { fillTemplate, type Values } from './fill-template.ts';

/** A request that is complete, its form for connectors, and its SHA-256 as the intent records it. */
export interface PreparedRequest {
  readonly wire: WireRequest;
  readonly filled: FilledRequest;
  readonly digest: string;
}

/** Fills in the placeholders of a planned request. `media` gives the bytes of approved files. */
export async function prepareRequest(
  request: Request,
  connection: Connection,
  values: Values,
  media: (sha256: string) => Promise<Uint8Array | null>,
): Promise<Result<PreparedRequest>> {
  const { media: file, ...template } = request;
  const result = fillTemplate(template, values);
  if (!result.ok) return result;
  const complete = result.value as Omit<Request, 'media'> & { path: string; query?: Record<string, string> };
  const { method, json } = complete;
  const body = await bodyOf(json, file, media);
  if (!body.ok) return body;
  const type = file?.type ?? (json === undefined ? null : 'application/json');
  const headers = {
    ...(type !== null && { 'content-type': type }),
    ...(complete.headers as Record<string, string> | undefined),
  };
  const path = withQuery(complete.path, complete.query);
  const { platform, test, origin } = connection;
  const wire: WireRequest = {
    platform,
    test,
    method,
    origin,
    path,
    headers,
    ...(body.value && { body: body.value }),
  };
  const filled = { method, path, headers, ...(json !== undefined && { json }) };
  return success({ wire, filled, digest: digestOfRequest(wire) });
}

/** The bytes of the approved file, which must still be those, or the JSON; null for a request without body. */
async function bodyOf(
  json: unknown,
  file: Request['media'],
  media: (sha256: string) => Promise<Uint8Array | null>,
): Promise<Result<Uint8Array | null>> {
  if (file === undefined) return success(json === undefined ? null : new TextEncoder().encode(JSON.stringify(json)));
  const bytes = await media(file.sha256);
  const isApproved = bytes !== null && sha256Hex(bytes) === file.sha256;
  return isApproved ? success(bytes) : failure([finding('execution/media-unavailable', { sha256: file.sha256 })]);
}

/** SHA-256 over method, origin, path, headers without credentials, and the SHA-256 of the body. */
export function digestOfRequest(wire: WireRequest): string {
  const { method, origin, path, headers, body } = wire;
  return hashOf({ method, origin, path, headers, body: body === undefined ? '' : sha256Hex(body) });
}

/** Path with an encoded query. */
export function withQuery(path: string, query: Readonly<Record<string, unknown>> | undefined): string {
  if (query === undefined || Object.keys(query).length === 0) return path;
  const pairs = Object.entries(query).map(
    ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`,
  );
  return `${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
