import { finding } from '../../../core/finding.ts';
import { executorSecrets } from '../executor-secrets.ts';
import type { Question } from '../types.ts';
import { whenKnown } from '../when-known.ts';

export const secretsHidden: Question = {
  code: 'doctor/secrets-exposed',
  page: 'secrets',
  fine: ({ remote }) =>
    remote?.kind === 'gitea'
      ? 'None of our secrets lies in this repository (those of its organization cannot be looked at).'
      : 'No workflow of a pull request can read a secret of ours.',
  ask: (facts) =>
    whenKnown(facts, ({ secrets }) => secrets, (secrets, { kind }) => {
      const ours = new Set([...executorSecrets(facts), ...facts.local.secrets].map((one) => one.toUpperCase()));
      const names = secrets.filter((one) => ours.has(one.toUpperCase()));
      return names.length === 0 ? null : finding('doctor/secrets-exposed', { names, forge: kind });
    }), // prettier-ignore
};
