// Codes of the area: transport. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const transportFindings = {
  'transport/unreachable': define<{ origin: string; why: string }>({
    severity: 'block',
    explanation: 'No connection to the platform came about, so nothing was sent.',
    message: ({ origin, why }) => `${origin} could not be reached: ${why}.`,
    hint: () =>
      'Nothing happened there. Check the address in connections.yaml and whether the platform is up; then run again.',
  }),
};
