import { expect, it } from 'vitest';
import { missingLine } from './compare-output.ts';

const output = 'Sealed 01JD8Q6C9V5Y3M7R2T4W8X0ZAB\n  done   at 2026-11-24T10:00:00Z\nposts: 1\nlast\n';

it('takes what differs from run to run as equal, and asks for the order', () => {
  expect(missingLine('Sealed 01M7NZZWCX4BGW75HPD6RTM6DA\n...\n... at 2027-01-01T00:00:00Z', output)).toBeNull();
  expect(missingLine('posts ... 2', output)).toBe('posts ... 2');
  expect(missingLine('po ... 1', output)).toBeNull();
  expect(missingLine('last\nposts: 1', output)).toBe('posts: 1');
});

it('names the line that is not there', () => {
  expect(missingLine('posts: 2', output)).toBe('posts: 2');
  expect(missingLine('... undone at 2026-11-24T10:00:00Z', output)).toBe('... undone at 2026-11-24T10:00:00Z');
});
