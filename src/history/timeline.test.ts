import { expect, it } from 'vitest';
import type { Body, Entry } from '../journal/entry.ts';
import { timelineOf } from './timeline.ts';

const call = (operation: string, direction: 'do' | 'undo') => ({ step: 'blog', operation, direction, key: '', request: '' }); // prettier-ignore

it.each([
  [[call('publish', 'do')], 'about to do blog/publish'],
  [[call('draft', 'do'), call('upload', 'do')], 'about to do blog/draft, blog/upload'],
  [[call('publish', 'undo')], 'about to undo blog/publish'],
])('says with a verb what a runner announced', (operations, summary) => {
  const body: Body = { kind: 'INTENT', notAfter: '2027-03-01T12:00:00.000Z', operations };
  const entry = { sequence: 1, at: '2027-03-01T12:00:00.000Z', runner: 'r', body } as Entry;
  expect(timelineOf([entry])).toMatchObject([{ kind: 'INTENT', summary }]);
});
