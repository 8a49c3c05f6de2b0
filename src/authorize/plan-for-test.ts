import type { Plan, Step } from '../generated/types/plan.ts';

/** A plan small enough to read in a test; `change` overrides what the test is about. */
export function planForTest(
  change: {
    risk?: Plan['explanation']['risk'];
    digest?: string;
    steps?: readonly Partial<Step>[];
    schedule?: Plan['effects']['schedule'];
  } = {},
): Plan {
  return {
    version: 1,
    digest: change.digest ?? 'mc1:sha256:new',
    effects: {
      version: 1,
      repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
      id: '01JD8Q6C9V5Y3M7R2T4W8X0ZAB',
      generation: 1,
      brand: 'acme',
      ...(change.schedule === undefined ? {} : { schedule: change.schedule }),
      'on-failure': 'rollback',
      steps: (change.steps ?? [{}]).map(stepForTest),
      media: [],
    },
    explanation: {
      summary: 'Spring is here',
      path: 'executions/acme/2027-03/spring',
      risk: change.risk ?? 'low',
      'risk-reasons': [],
      audience: 0,
      reversibility: 'full',
      steps: [],
      previews: [],
    },
  };
}

function stepForTest(change: Partial<Step>, index: number): Step {
  return {
    id: `step-${index}`,
    uses: 'slack/post-message',
    version: 1,
    needs: [],
    connection: {
      name: 'team-chat',
      platform: 'slack',
      account: 'T1',
      origin: 'https://slack.com',
      secrets: {},
      settings: {},
      test: false,
    },
    operations: [],
    outputs: {},
    fees: [],
    reversibility: 'full',
    'undo-in-words': 'The message is deleted.',
    ...change,
  };
}
