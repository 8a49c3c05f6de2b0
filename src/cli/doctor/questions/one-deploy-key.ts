import { finding } from '../../../core/finding.ts';
import { writesByApp } from '../writes-by-app.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const oneDeployKey: Question = {
  code: 'doctor/several-deploy-keys',
  page: 'keys',
  on: 'github',
  fine: () => 'No other deploy key may write.',
  ask: (facts) =>
    writesByApp(facts)
      ? null
      : whenKnown(facts, ({ deployKeys }) => deployKeys, (keys) => {
          const titles = keys.filter(({ writes }) => writes).map(({ title }) => title);
          return titles.length <= 1 ? null : finding('doctor/several-deploy-keys', { titles });
        }), // prettier-ignore
};
