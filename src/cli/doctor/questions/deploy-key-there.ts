import { finding } from '../../../core/finding.ts';
import { writesByApp } from '../writes-by-app.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const deployKeyThere: Question = {
  code: 'doctor/no-deploy-key',
  page: 'keys',
  on: 'github',
  fine: () => 'The executor has something to write the journal by.',
  ask: (facts) =>
    writesByApp(facts)
      ? null
      : whenKnown(facts, ({ deployKeys }) => deployKeys, (keys) =>
          keys.some(({ writes }) => writes) ? null : finding('doctor/no-deploy-key', {}),
        ), // prettier-ignore
};
