import { expect, it } from 'vitest';
import { parseForge } from './parse-forge.ts';

it('finds the API of a server at its root and of one below a path', () => {
  expect(parseForge('gitea:https://git.acme.example/acme/marketing')?.api).toBe('https://git.acme.example/api/v1');
  expect(parseForge('gitea:https://acme.example/git/acme/marketing')?.api).toBe('https://acme.example/git/api/v1');
  expect(parseForge('github:https://git.acme.example/acme/marketing')?.api).toBe('https://git.acme.example/api/v3');
  expect(parseForge('github:acme/marketing')?.api).toBe('https://api.github.com');
});
