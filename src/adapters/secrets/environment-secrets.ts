import { finding } from '../../core/finding.ts';
import type { Secrets } from '../../core/ports.ts';
import { failure, success } from '../../core/result.ts';

/** Secrets from environment variables, read when they are needed and never before. */
export function environmentSecrets(environment: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    resolve: (name) => {
      const value = environment[name];
      return value === undefined || value === '' ? failure([finding('execution/no-secret', { name })]) : success(value);
    },
  };
}
