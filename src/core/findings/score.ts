// Codes of the area: score. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const scoreFindings = {
  'score/bad-line': define<{ line: number; why: string }>({
    severity: 'cannot-verify',
    explanation: '`score --batch` reads one JSON object a line; this line is none that can be scored.',
    message: ({ line, why }) => `Line ${line} cannot be scored: ${why}.`,
    hint: () => 'Write lines such as {"id": 1, "kind": "email", "text": "Hello"}.',
  }),
  'score/readability': define<{ grade: number; limit: number; improve: readonly string[] }>({
    severity: 'warn',
    explanation: 'The text needs more schooling than the brand or the policy wants to ask of its readers.',
    message: ({ grade, limit }) => `The text reads at school grade ${grade}; the limit is ${limit}.`,
    hint: ({ improve }) => (improve.length === 0 ? 'Shorten sentences and words.' : improve.join(' ')),
  }),
};
