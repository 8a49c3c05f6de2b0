import { describe, expect, it } from 'vitest';
import { parseTrailers, readPerson, trailerValues } from './trailers.ts';

const keys = (message: string): string[] => parseTrailers(message).map(({ key, value }) => `${key}=${value}`);

describe('parseTrailers', () => {
  it.each<[string, string, string[]]>([
    ['last paragraph', 'Title\n\nBody\n\nA-b: 1\nC: 2\n', ['A-b=1', 'C=2']],
    ['continuation', 'Title\n\nA: 1\n  and 2\n', ['A=1 and 2']],
    ['CRLF', 'Title\r\n\r\nA: 1\r\n', ['A=1']],
    ['title only', 'Approved-by: Ines <i@a.example>', []],
    ['trailers that are not last', 'Title\n\nA: 1\n\nMore words.\n', []],
    ['a sentence among them', 'Title\n\nA: 1\nquoted from the docs\n', []],
    ['no value', 'Title\n\nA:\n', []],
    ['a blank line of spaces parts paragraphs', 'Title\n\nA: 1\n \nB: 2', ['B=2']],
    ['continuation of nothing', 'Title\n\n  A: 1\n', []],
  ])('%s', (_case, message, expected) => expect(keys(message)).toEqual(expected));

  it('finds values in any spelling of the key', () =>
    expect(trailerValues(parseTrailers('T\n\nco-authored-by: a\nCo-Authored-By: b'), 'Co-authored-by')).toEqual([
      'a',
      'b',
    ]));
});

describe('readPerson', () => {
  it.each([
    ['Ines Roth <ines@acme.example>', { name: 'Ines Roth', email: 'ines@acme.example' }],
    ['<ines@acme.example>', { name: '', email: 'ines@acme.example' }],
    ['Ines', { name: 'Ines', email: '' }],
  ])('%s', (text, person) => expect(readPerson(text)).toEqual(person));
});
