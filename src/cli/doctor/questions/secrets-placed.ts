import { finding } from '../../../core/finding.ts';
import { ofEnvironment } from '../environment-of.ts';
import { executorSecrets } from '../executor-secrets.ts';
import type { Question } from '../types.ts';

export const secretsPlaced: Question = {
  code: 'doctor/secrets-missing',
  page: 'environments',
  on: 'github',
  fine: () => 'All secrets are in the environment.',
  ask: (facts) =>
    ofEnvironment(facts, ({ name, secrets }) => {
      if (secrets.is !== 'known') return { unknown: secrets.is === 'unknown' ? secrets.why : 'It has none.' };
      const there = new Set(secrets.value.map((one) => one.toUpperCase()));
      const missing = (wanted: readonly string[]): string[] => wanted.filter((one) => !there.has(one.toUpperCase()));
      const place = `the environment "${name}"`;
      const own = missing(executorSecrets(facts));
      const others = missing(facts.local.secrets);
      if (own.length > 0) return finding('doctor/secrets-missing', { names: [...own, ...others], place });
      // An account that nobody uses yet needs no secret yet.
      return others.length === 0 ? null : finding('doctor/secrets-missing', { names: others, place }, {}, 'warn');
    }),
};
