import type { EnvironmentSettings } from '../../core/forge.ts';
import { environmentName } from '../init/forge/rulesets-page.ts';
import type { DoctorFacts, Verdict } from './types.ts';
import { whenKnown } from './when-known.ts';

/** The environment that the executor's workflow names, and what the forge tells of it. */
export function environmentOf({ local, remote }: DoctorFacts): {
  readonly name: string;
  readonly found: EnvironmentSettings | null;
} {
  const executor = local.workflows.find(({ path }) => path.endsWith('mergecast-execute.yml'))?.actual ?? '';
  const name = /^\s+environment:\s*["']?([^"'#\n]+?)["']?\s*$/m.exec(executor)?.[1] ?? environmentName;
  const known = remote?.environments.is === 'known' ? remote.environments.value : [];
  return { name, found: known.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null };
}

/** Asks about that environment. */
export function ofEnvironment(facts: DoctorFacts, judge: (environment: EnvironmentSettings) => Verdict): Verdict {
  return whenKnown(
    facts,
    ({ environments }) => environments,
    () => {
      const { name, found } = environmentOf(facts);
      return found === null ? { unknown: `There is no environment "${name}" yet.` } : judge(found);
    },
  );
}
