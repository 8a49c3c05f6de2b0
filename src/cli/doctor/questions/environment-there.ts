import { finding } from '../../../core/finding.ts';
import { environmentOf } from '../environment-of.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const environmentThere: Question = {
  code: 'doctor/no-environment',
  page: 'environments',
  on: 'github',
  fine: (facts) => `The secrets have an environment of their own, "${environmentOf(facts).name}".`,
  ask: (facts) =>
    whenKnown(facts, ({ environments }) => environments, () => {
      const { name, found } = environmentOf(facts);
      return found === null ? finding('doctor/no-environment', { environment: name }) : null;
    }), // prettier-ignore
};
