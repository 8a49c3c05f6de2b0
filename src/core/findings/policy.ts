// Codes of the area: policy. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const policyFindings = {
  'policy/no-cases': define<{ where: string }>({
    severity: 'block',
    explanation:
      '`mergecast policy test` runs cases that say what the policy must decide. Without any, nothing was tested.',
    message: ({ where }) => `There are no cases in ${where}.`,
    hint: () =>
      'Write some into policy-tests/NAME.yaml; "Tests of the policy" in the reference of files shows how. Or name the files.',
  }),
};
