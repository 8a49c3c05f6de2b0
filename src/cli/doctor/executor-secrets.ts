import type { DoctorFacts } from './types.ts';
import { writesByApp } from './writes-by-app.ts';

/** Names of the secrets that the executor needs whatever it executes. */
export function executorSecrets(facts: DoctorFacts): readonly string[] {
  if (facts.remote?.kind === 'gitea') return ['MERGECAST_JOURNAL_KEY', 'MERGECAST_FORGE_TOKEN'];
  return ['MERGECAST_JOURNAL_KEY', ...(writesByApp(facts) ? [] : ['MERGECAST_DEPLOY_KEY'])];
}
