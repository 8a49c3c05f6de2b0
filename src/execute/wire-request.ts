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
  const filled = result.value as Omit<Request, 'media'> & { path: string; query?: Record<string, string> };
  const bytes = file === undefined ? undefined : await media(file.sha256);
  if (bytes === null || (file !== undefined && bytes !== undefined && sha256Hex(bytes) !== file.sha256))
    return failure([finding('execution/media-unavailable', { sha256: file?.sha256 ?? '' })]);
  const body = bytes ?? (filled.json === undefined ? undefined : new TextEncoder().encode(JSON.stringify(filled.json)));
  const headers = {
    ...(filled.json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(file === undefined ? {} : { 'content-type': file.type }),
    ...(filled.headers as Record<string, string> | undefined),
  };
  const path = withQuery(filled.path, filled.query);
  const wire: WireRequest = {
    platform: connection.platform,
    test: connection.test,
    method: filled.method,
    origin: connection.origin,
    path,
    headers,
    ...(body && { body }),
  };
  return success({
    wire,
    filled: { method: filled.method, path, headers, ...(filled.json === undefined ? {} : { json: filled.json }) },
    digest: digestOfRequest(wire),
  });
}

/** SHA-256 over method, origin, path, headers without credentials, and the SHA-256 of the body. */
export function digestOfRequest(wire: WireRequest): string {
  const { method, origin, path, headers, body } = wire;
  return hashOf({ method, origin, path, headers, body: body === undefined ? '' : sha256Hex(body) });
}

/** Path with an encoded query. */
export function withQuery(path: string, query: Readonly<Record<string, unknown>> | undefined): string {
  if (query === undefined || Object.keys(query).length === 0) return path;
  const pairs = Object.entries(query).map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return `${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
