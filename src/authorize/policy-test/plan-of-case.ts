import { parseMoney } from '../../core/money.ts';
import type { Plan, Step } from '../../generated/types/plan.ts';
import type { Given } from '../../generated/types/policy-test.ts';

/** Digest of what a case proposes. */
export const digestOfCase = `mc1:sha256:${'0'.repeat(64)}`;

/** The least plan that has what rules ask about: brand, risk, platforms, audience and spend. */
export function planOfCase(given: Given, repository: string): Plan {
  const { brand, risk = 'low', platforms = [], audience = 0 } = given;
  const names = platforms.length === 0 ? ['none'] : platforms;
  return {
    version: 1,
    digest: digestOfCase,
    effects: {
      version: 1,
      repository,
      id: '00000000000000000000000000',
      generation: 1,
      brand,
      'on-failure': 'rollback',
      steps: names.map((platform, index) => stepOf(platform, index === 0 ? given : {})),
      media: [],
    },
    explanation: {
      summary: 'A case',
      path: 'executions/case',
      risk,
      'risk-reasons': [],
      audience,
      reversibility: 'full',
      steps: [],
      previews: [],
    },
  };
}

/** The first step has the whole audience and the whole spend. */
function stepOf(platform: string, { audience, markets = [], spend }: Partial<Given>): Step {
  const total = spend === undefined ? null : parseMoney(spend);
  return {
    id: platform,
    uses: `${platform}/case`,
    version: 1,
    needs: [],
    connection: { name: platform, platform, account: '', origin: '', secrets: {}, settings: {}, test: false },
    operations: [],
    outputs: {},
    fees: [],
    reversibility: 'full',
    'undo-in-words': '',
    ...(audience !== undefined && {
      audience: { list: 'case', size: audience, tolerance: 0, markets: [...markets], consent: '', channel: '' },
    }),
    ...(total !== null && { spend: { total } }),
  };
}
