import type { Connector } from '../../src/core/contract.ts';
import type { RegisteredAction } from '../../src/core/registry.ts';
import type { Step } from '../../src/generated/types/plan.ts';
import type { LoadedBrand, LoadedExecution } from '../../src/load/types.ts';
import { planExecution } from '../../src/plan/index.ts';
import { sampleInput } from './sample-input.ts';
import type { Schema } from './schema-files.ts';

/** An action with its platform, as their files define them. */
export interface Sampled {
  readonly uses: string;
  readonly connector: Connector;
  readonly action: Awaited<ReturnType<RegisteredAction['load']>>;
  /** Schema of its input, without references. */
  readonly schema: Schema;
}

/**
 * What the planner makes of the example in an action's schema: its operations, and how each is recognised after a
 * doubtful call. Throws where an action cannot plan its own example.
 */
export async function sampleStep({ uses, connector, action, schema }: Sampled): Promise<Step> {
  const step = { id: 'sample', uses, connection: 'sample', needs: [], input: sampleInput(schema) };
  const registry = {
    connectors: { [connector.id]: async () => connector },
    actions: {
      [uses]: { load: async () => action, references: action.references, validate: async () => () => true },
    },
  };
  const repository = '00000000-0000-4000-8000-000000000000';
  const plan = await planExecution(executionOf(step), brandOf(connector), repository, registry);
  const [first] = plan.ok ? plan.value.effects.steps : [];
  if (first !== undefined) return first;
  const why = plan.ok ? 'no step' : plan.error.map(({ code, message }) => `${code}: ${message}`).join('\n');
  throw new Error(`${uses} cannot plan the example in its schema: ${why}`);
}

function executionOf(step: LoadedExecution['steps'][number]): LoadedExecution {
  return {
    folder: 'sample',
    file: 'sample/execution.yaml',
    manifest: {
      version: 1,
      id: '01JD8Q6C9V5Y3M7R2T4W8X0ZAB',
      generation: 1,
      brand: 'sample',
      summary: 'Sample',
      steps: {},
    },
    steps: [step],
    media: [],
    closure: [],
    localFiles: [],
    findings: [],
    place: () => ({ file: 'sample/execution.yaml' }),
  };
}

function brandOf(connector: Connector): LoadedBrand {
  const values = (names: readonly string[], value: string): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, value]));
  return {
    slug: 'sample',
    profile: { brand_name: 'Sample', target_markets: ['DE'], postal_address: 'Sample, Street 1, 10115 Berlin' },
    profilePlace: () => ({ file: 'profile.yaml' }),
    connections: {
      sample: {
        platform: connector.id,
        account: 'sample',
        ...(connector.origin === 'connection' && { 'base-url': 'https://www.sample.example' }),
        secrets: values(connector.secrets, 'SAMPLE'),
        settings: values(Object.keys({ ...connector.settings, ...connector.optionalSettings }), '1234567890'),
      },
    },
    connectionPlace: () => ({ file: 'connections.yaml' }),
    ceiling: null,
    evidence: new Map(),
    campaigns: new Set(),
    closure: [],
    findings: [],
  };
}
