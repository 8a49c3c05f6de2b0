import { expect, it } from 'vitest';
import { parsePeople } from './parse-people.ts';

it('reads addresses, names, accounts and their numbers', () => {
  expect(parsePeople('ines@acme.example, Tom Berg <tom@acme.example> @tomb github:77; @acme/legal')).toEqual([
    { key: 'ines', name: 'Ines', email: 'ines@acme.example', login: null, account: null },
    { key: 'tom-berg', name: 'Tom Berg', email: 'tom@acme.example', login: 'tomb', account: 77 },
    { key: 'acme-legal', name: 'Acme Legal', email: null, login: 'acme/legal', account: null },
  ]);
  expect(parsePeople('')).toEqual([]);
});

it('tells two people of one name apart, and takes one who is named twice once', () => {
  const people = parsePeople('Tom <a@x.example>, Tom <b@x.example>, tom@y.example @t, A <a@X.example>') ?? [];
  expect(people.map(({ key }) => key)).toEqual(['tom', 'tom-2', 'tom-3']);
});

it.each(['Ines', 'ines@', 'ines @', 'a@b.example c@d.example'])('%s is nobody', (text) => {
  expect(parsePeople(text)).toBeNull();
});

it('makes keys that YAML reads as words', () => {
  expect(parsePeople('null@x.example, 7@x.example')?.map(({ key }) => key)).toEqual(['p-null', 'p-7']);
});
