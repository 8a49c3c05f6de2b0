import { expect, it } from 'vitest';
import { forgeOfOrigin } from './forge-of-origin.ts';

const github = { is: 'known', address: { kind: 'github', api: 'https://api.github.com', owner: 'acme', name: 'marketing' } }; // prettier-ignore

it.each([
  'https://github.com/acme/marketing.git',
  'https://ines@github.com/acme/marketing',
  'git@github.com:acme/marketing.git',
  'ssh://git@github.com/acme/marketing.git',
  'ssh://git@ssh.github.com:443/acme/marketing.git',
])('%s is on GitHub', (origin) => {
  expect(forgeOfOrigin(origin)).toEqual(github);
});

it.each([
  ['git@github.acme.example:acme/marketing.git', 'github', 'https://github.acme.example/api/v3'],
  ['https://acme.ghe.com/acme/marketing', 'github', 'https://api.acme.ghe.com'],
  ['https://codeberg.org/acme/marketing.git', 'gitea', 'https://codeberg.org/api/v1'],
  ['ssh://git@gitea.acme.example:2222/acme/marketing.git', 'gitea', 'https://gitea.acme.example/api/v1'],
  ['https://forgejo.acme.example:8443/acme/marketing.git', 'gitea', 'https://forgejo.acme.example:8443/api/v1'],
])('%s is on %s', (origin, kind, api) => {
  expect(forgeOfOrigin(origin)).toEqual({ is: 'known', address: { kind, api, owner: 'acme', name: 'marketing' } });
});

it('guesses nothing about other servers, and believes whoever says what they are', () => {
  expect(forgeOfOrigin('git@git.acme.example:acme/marketing.git')).toEqual({ is: 'unknown-kind', host: 'git.acme.example' }); // prettier-ignore
  expect(forgeOfOrigin('git@git.acme.example:acme/marketing.git', 'gitea')).toMatchObject({
    address: { api: 'https://git.acme.example/api/v1' },
  });
  expect(forgeOfOrigin('http://127.0.0.1:3000/acme/marketing.git', 'gitea')).toMatchObject({
    address: { api: 'http://127.0.0.1:3000/api/v1' },
  });
  expect(forgeOfOrigin('http://git.acme.example/acme/marketing.git', 'gitea')).toEqual({ is: 'none' });
});

it.each([null, '', '/srv/git/marketing.git', '../origin.git', 'C:/git/marketing.git', 'file:///srv/git/x.git'])(
  '%s is on no forge',
  (origin) => {
    expect(forgeOfOrigin(origin)).toEqual({ is: 'none' });
  },
);
