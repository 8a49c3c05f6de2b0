import type { ReadClient } from '../../src/core/contract.ts';
import type { Answer } from '../../src/core/ports.ts';

type Received = Answer & { is: 'answer' };

const html = '<!doctype html><html><body><h1>Checking your browser</h1></body></html>';
const answer = (status: number, text: string, headers: Record<string, string> = {}): Received => ({
  is: 'answer',
  status,
  headers,
  text,
});

/** What a platform, or something in front of it, may answer instead of what was asked. */
export const strange: Readonly<Record<string, Received>> = {
  '401 with JSON': answer(401, '{"message":"no"}'),
  '401 with a page': answer(401, html),
  '403 with JSON': answer(403, '{"message":"no"}'),
  '403 with a page': answer(403, html),
  '404 with JSON': answer(404, '{"message":"not found"}'),
  '404 with a page': answer(404, html),
  '429 with JSON': answer(429, '{"message":"later"}', { 'retry-after': '7' }),
  '429 with a page': answer(429, html),
  '500 with JSON': answer(500, '{"message":"oh"}'),
  '502 with a page': answer(502, html),
  '503 with nothing': answer(503, ''),
  '504 with nothing': answer(504, ''),
  '302 to elsewhere': answer(302, '', { location: 'https://evil.example/' }),
  '200 with a page': answer(200, html),
  '200 with nothing': answer(200, ''),
  '200 with half of an object': answer(200, '{"id": 12, "stat'),
  '200 with null': answer(200, 'null'),
  '200 with a list': answer(200, '[]'),
  '200 with an empty object': answer(200, '{}'),
  '200 with other types': answer(200, '{"ok":"yes","id":{"a":1},"ts":[],"status":7,"mutateOperationResponses":"x"}'),
  '200 with a huge id': answer(200, `{"ok":true,"id":"${'9'.repeat(5000)}","ts":"${'9'.repeat(5000)}"}`),
  '201 with hostile values': answer(
    201,
    '{"id":"<script>","ts":"1;rm -rf","link":"https://evil.example/","status":"draft"}',
  ),
};

/** Reads that all end in the same answer. */
export function readsGiving(given: Answer): ReadClient {
  return { get: async () => given, search: async () => given, visit: async () => given };
}
