import type { Action, Connector, Content, StepPlan } from '../core/contract.ts';
import type { Registry } from '../core/registry.ts';
import { success } from '../core/result.ts';
import type { LoadedBrand, LoadedExecution, LoadedStep } from '../load/types.ts';

/** A small platform with one action, so that tests of planning know every byte of it. */
export interface NoteInput {
  readonly title: string;
  readonly text: Content;
  readonly audience?: NonNullable<StepPlan['audience']>;
  readonly spend?: NonNullable<StepPlan['spend']>;
}

const action: Action<NoteInput> = {
  id: 'paper/pin-note',
  title: 'Note',
  version: 1,
  channel: 'email',
  references: [{ pointer: '/text', as: 'content' }],
  outputs: { url: { type: 'url', maxLength: 100 }, number: { type: 'integer', maxLength: 10 } },
  limits: [],
  riskFloor: 'low',
  assemble: (input, context) =>
    success({
      operations: [
        {
          id: 'pin',
          kind: 'pin',
          phase: 'activate',
          effect: 'live',
          needs: [],
          provider: { class: input.title.startsWith('Blind') ? 'N' : 'K', window: 'PT1H' },
          request: {
            method: 'POST',
            path: '/notes',
            json: {
              title: context.template(input.title, 'none'),
              html: context.html(input.text),
              text: context.plain(input.text),
            },
          },
          undo: [],
        },
      ],
      outputs: { url: { operation: 'pin', field: 'url', type: 'url', 'max-length': 100 } },
      ...(input.audience === undefined ? {} : { audience: input.audience }),
      ...(input.spend === undefined ? {} : { spend: input.spend }),
      fees: [],
      reversibility: input.title.includes('Final') ? 'none' : 'full',
      'undo-in-words': 'It is taken off the wall.',
      words: `Note "${input.title}"`,
    }),
  preview: () => [],
  operations: {},
  verify: async () => ({ verdict: 'as-approved', words: '' }),
};

const connector: Connector = {
  id: 'paper',
  title: 'Paper',
  contract: 1,
  docs: '',
  api: { version: '1', source: 'test', readOn: '2026-11-23' },
  origin: 'connection',
  secrets: ['token'],
  settings: { wall: 'the wall that it hangs on' },
  credentials: () => ({}),
  actions: ['pin-note'],
  preflight: async () => success({}),
};

/** Knows the platform `paper` alone. */
export const registryForTest: Registry = {
  connectors: { paper: async () => connector },
  actions: {
    'paper/pin-note': {
      load: async () => action,
      references: action.references,
      validate: async () => () => true,
    },
  },
};

/** Content as the loader makes it. */
export function contentForTest(
  text: string,
  format: Content['format'] = 'markdown',
  file = 'executions/acme/2027-03/spring/note.md',
): Content {
  return { text, format, place: { file, line: 1, column: 1 } };
}

/** A step that pins a note. */
export function stepForTest(id: string, changes: Partial<LoadedStep> & { with?: Partial<NoteInput> } = {}): LoadedStep {
  const { with: input, ...rest } = changes;
  return {
    id,
    uses: 'paper/pin-note',
    connection: 'wall',
    needs: [],
    input: { title: 'Hello', text: contentForTest('Hello'), ...input },
    ...rest,
  };
}

/** An execution of these steps; places are the JSON pointers themselves. */
export function executionForTest(
  steps: readonly LoadedStep[],
  manifest: Partial<LoadedExecution['manifest']> = {},
): LoadedExecution {
  const folder = 'executions/acme/2027-03/spring';
  return {
    folder,
    file: `${folder}/execution.yaml`,
    manifest: {
      version: 1,
      id: '01JD8Q6C9V5Y3M7R2T4W8X0ZAB',
      generation: 1,
      brand: 'acme',
      summary: 'Spring is here',
      steps: {},
      ...manifest,
    },
    steps,
    media: [],
    closure: [],
    localFiles: [],
    findings: [],
    place: (pointer) => ({ file: `${folder}/execution.yaml`, evidence: pointer }),
  };
}

/** A brand with one wall of its own and a ceiling of 5,000.00 EUR. */
export function brandForTest(changes: Partial<LoadedBrand> = {}): LoadedBrand {
  return {
    slug: 'acme',
    profile: { brand_name: 'Acme', target_markets: ['DE'] },
    profilePlace: () => ({ file: 'brands/acme/profile.yaml' }),
    connections: {
      wall: {
        platform: 'paper',
        'base-url': 'https://acme.example',
        secrets: { token: 'ACME_TOKEN' },
        settings: { wall: 'north' },
      },
    },
    connectionPlace: () => ({ file: 'brands/acme/connections.yaml' }),
    ceiling: { minor: 500_000, currency: 'EUR' },
    evidence: new Map(),
    campaigns: new Set(['spring-2027']),
    closure: [],
    findings: [],
    ...changes,
  };
}
