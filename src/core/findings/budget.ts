// Codes of the area: budget. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const budgetFindings = {
  'budget/no-ceiling': define<{ brand: string; spend: string }>({
    severity: 'block',
    explanation:
      'The execution spends money, but the profile of the brand does not say how much may be spent in a month. Unknown is never a yes.',
    message: ({ brand, spend }) => `This may spend ${spend}, but the brand "${brand}" states no monthly budget.`,
    hint: ({ brand }) =>
      `Write the budget into brands/${brand}/profile, for example \`goals.budget_range: "5,000-10,000 EUR/month"\`, by a proposal of its own.`,
  }),
  'budget/no-rate': define<{ spend: string; currency: string }>({
    severity: 'block',
    explanation:
      'The spend is in another currency than the ceiling, and the policy has no exchange rate to compare them.',
    message: ({ spend, currency }) => `${spend} cannot be compared with a ceiling in ${currency}.`,
    hint: ({ currency }) =>
      `State the budget in ${currency}, or add the rate under \`exchange-rates\` in mergecast.yaml by a proposal of its own.`,
  }),
  'budget/over-ceiling': define<{ spend: string; ceiling: string; overage: string; reserved: string | null }>({
    severity: 'warn',
    explanation:
      'The spend lies above what the brand may spend in a month. It can still be approved, by somebody who states exactly this amount, so that nobody agrees to a number they did not read.',
    message: ({ spend, ceiling, overage, reserved }) =>
      `This may spend ${spend}${reserved === null ? '' : ` besides ${reserved} already planned`}; the ceiling is ${ceiling} a month. That is ${overage} too much.`,
    hint: ({ spend }) =>
      `Lower the budget, or have it approved by somebody who restates exactly ${spend} (--confirm-spend "${spend}").`,
  }),
};
