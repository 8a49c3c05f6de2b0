import type { Setting } from '../../core/forge.ts';
import type { DoctorFacts, RemoteFacts, Verdict } from './types.ts';

/** Judges a setting that the forge told; one that it did not tell is unknown, with the reason. */
export function whenKnown<T>(
  { remote }: DoctorFacts,
  pick: (remote: RemoteFacts) => Setting<T>,
  judge: (value: T, remote: RemoteFacts) => Verdict,
): Verdict {
  if (remote === null) return null;
  const setting = pick(remote);
  if (setting.is === 'known') return judge(setting.value, remote);
  return { unknown: setting.is === 'unknown' ? setting.why : 'This forge has no such setting.' };
}
