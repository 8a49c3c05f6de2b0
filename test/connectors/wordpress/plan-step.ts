import { createHash } from 'node:crypto';
import { action as publish } from '../../../src/connectors/wordpress/actions/publish-post.ts';
import { action as update } from '../../../src/connectors/wordpress/actions/update-post.ts';
import { connector } from '../../../src/connectors/wordpress/index.ts';
import type { Action, Media } from '../../../src/core/contract.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { Registry } from '../../../src/core/registry.ts';
import type { Plan, Step } from '../../../src/generated/types/plan.ts';
import { brandForTest, contentForTest, executionForTest } from '../../../src/plan/execution-for-test.ts';
import { planExecution } from '../../../src/plan/index.ts';

const actions: Readonly<Record<string, Action>> = {
  'wordpress/publish-post': publish,
  'wordpress/update-post': update,
};

const registry: Registry = {
  connectors: { wordpress: () => Promise.resolve(connector) },
  actions: Object.fromEntries(
    Object.entries(actions).map(([uses, action]) => [
      uses,
      {
        load: () => Promise.resolve(action),
        references: action.references,
        validate: () => Promise.resolve(() => true),
      },
    ]),
  ),
};

/** A small whole PNG, one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture as the loader hands it to actions. */
export function mediaOf(bytes: Uint8Array, type = 'image/png'): Media {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, bytes: bytes.byteLength, type, file: 'three-bikes.png' };
}

export { contentForTest as content };

/** An input that uses everything that a post can have. */
export const fullPost = {
  title: 'Spring & mudguards',
  slug: 'spring-is-here',
  content: contentForTest('Three **new** bikes.'),
  excerpt: 'Test rides on Saturday.',
  categories: ['News', 'R & D'],
  tags: ['new bikes'],
  image: { file: mediaOf(png), alt: 'Three bikes in a row' },
};

/** Plans one step as the engine would, or tells what is wrong with it. */
export async function planOf(
  uses: keyof typeof actions,
  input: unknown,
  origin = 'https://acme.example',
): Promise<{ plan: Plan; step: Step; action: Action } | readonly Finding[]> {
  const isTest = origin.startsWith('http:');
  const connection = {
    platform: 'wordpress',
    account: 'editor',
    'base-url': origin,
    secrets: { password: 'ACME' },
    ...(isTest && { test: true }),
  };
  const execution = executionForTest([{ id: 'blog', uses, connection: 'site', needs: [], input }]);
  const result = await planExecution(
    execution,
    brandForTest({ connections: { site: connection } }),
    repository,
    registry,
  );
  if (!result.ok) return result.error;
  return { plan: result.value, step: result.value.effects.steps[0]!, action: actions[uses]! };
}

/** The same where nothing is wrong. */
export async function stepOf(
  uses: keyof typeof actions,
  input: unknown,
  origin?: string,
): Promise<{ plan: Plan; step: Step; action: Action }> {
  const planned = await planOf(uses, input, origin);
  if ('plan' in planned) return planned;
  throw new Error(planned.map(({ message }) => message).join('\n'));
}

const repository = '6f1c1f0e-5a53-4a3e-9a54-0f6d3a0b7c11';
