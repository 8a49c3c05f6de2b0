import { expect, it } from 'vitest';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { success } from '../core/result.ts';
import type { Connector } from '../core/contract.ts';
import type { Repository } from '../core/ports.ts';
import type { Connection } from '../generated/types/plan.ts';
import { loadPolicy } from '../load/index.ts';
import { credentialsFor } from './credentials.ts';
import type { Engine } from './engine.ts';

const connection: Connection = {
  name: 'site', platform: 'paper', account: 'a', origin: 'https://acme.example', secrets: { token: 'ACME_TOKEN' },
  settings: {}, test: false,
}; // prettier-ignore

const bound = { platform: 'paper', hosts: ['acme.example'], brands: ['acme'] };
type Binding = typeof bound | null;

const policyTree = (binding: Binding) =>
  memoryTree({
    'mergecast.yaml': [
      'version: 1',
      'repository: 6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
      ...(binding === null ? [] : [`secrets: { ACME_TOKEN: ${JSON.stringify(binding)} }`]),
    ].join('\n'),
  });

/** Headers or codes, and whether the secret was looked up at all. */
async function resolve(then: Binding, now: Binding, change: Partial<Connection> = {}, brand = 'acme') {
  const asked: string[] = [];
  const connector = { id: 'paper', secrets: ['token'], credentials: (_: Connection, { token }: Record<string, string>) => ({ authorization: token }) } as unknown as Connector; // prettier-ignore
  const policy = await loadPolicy(policyTree(now));
  if (!policy.ok) throw new Error(JSON.stringify(policy.error));
  const engine = {
    world: 'live',
    repository: { at: () => policyTree(then) } as unknown as Repository,
    registry: { connector: async () => connector },
    secrets: { resolve: (name: string) => (asked.push(name), success('s3cret')) },
    branch: { current: { policy: policy.value }, base: '' },
    execution: { brand, base: 'commit' },
  } as unknown as Engine;
  const found = await credentialsFor(engine, { ...connection, ...change });
  return { found: found.ok ? found.value : found.error.map(({ code }) => code), asked };
}

const refused = { found: ['control-plane/secret-not-bound'], asked: [] };

it('gives a secret where both policies bind it to this platform, host and brand', async () => {
  expect(await resolve(bound, bound)).toEqual({ found: { authorization: 's3cret' }, asked: ['ACME_TOKEN'] });
});

it.each<[string, ReturnType<typeof resolve>]>([
  ['no policy binds it', resolve(null, null)],
  ['only the policy of today does', resolve(null, bound)],
  ['only the policy of the approval did', resolve(bound, null)],
  ['the address is a stranger’s', resolve(bound, bound, { origin: 'https://evil.example' })],
  ['the port is another', resolve(bound, bound, { origin: 'https://acme.example:8443' })],
  ['the platform is another', resolve(bound, bound, { platform: 'stone' })],
  ['the brand is another', resolve(bound, bound, {}, 'other')],
])('does not even look it up where %s', async (_case, resolving) => {
  expect(await resolving).toEqual(refused);
});

it('never in the sandbox', async () => {
  const connector = { id: 'paper', secrets: ['token'], headers: { accept: 'x' } } as unknown as Connector;
  const engine = { world: 'sandbox:1', registry: { connector: async () => connector } } as unknown as Engine;
  expect(await credentialsFor(engine, connection)).toEqual(success({ accept: 'x' }));
});
