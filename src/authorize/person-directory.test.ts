import { describe, expect, it } from 'vitest';
import { personDirectory } from './person-directory.ts';

const directory = personDirectory({
  people: {
    ines: { name: 'Ines Roth', emails: ['Ines@acme.example'], github: [2, 22], gitea: [4] },
    tom: { name: 'Tom Berg', github: [3] },
  },
});

describe('who is who', () => {
  it('is one person under every name, whatever its case', () => {
    for (const name of ['ines', 'INES@acme.example ', 'github:2', 'gitea:4']) expect(directory.key(name)).toBe('ines');
    expect(directory.key('gitea:2')).toBe('gitea:2');
    expect(directory.shown('github:22')).toBe('Ines Roth');
    expect(directory.accounts('ines@acme.example')).toEqual(['github:2', 'gitea:4']);
    expect(directory.emails('github:2')).toEqual(['ines@acme.example']);
  });

  it('leaves whoever is not listed as they are', () => {
    expect(directory.key('Someone@else.example')).toBe('someone@else.example');
    expect(directory.accounts('github:99')).toEqual(['github:99']);
    expect(directory.accounts('someone@else.example')).toEqual([]);
    expect(directory.emails('github:99')).toEqual([]);
  });

  it('takes entries that share an account or an address for one person, over several steps', () => {
    const shared = personDirectory({
      people: {
        a: { name: 'A', github: [1] },
        b: { name: 'B', emails: ['b@acme.example'] },
        c: { name: 'C', github: [1], emails: ['b@acme.example'] },
        d: { name: 'D', github: [4] },
      },
    });
    expect(new Set(['a', 'b', 'c', 'github:1', 'b@acme.example'].map(shared.key)).size).toBe(1);
    expect(shared.key('d')).toBe('d');
    expect(shared.emails('a')).toContain('b@acme.example');
  });

  it('knows nobody by the names of JavaScript', () => {
    expect(directory.key('constructor')).toBe('constructor');
    expect(directory.emails('__proto__')).toEqual([]);
  });
});
