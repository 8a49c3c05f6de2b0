import { finding } from '../../core/finding.ts';
import type { Gate } from '../types.ts';

/** Every secret of a step must be bound by the policy to exactly this platform, host and brand. */
export const secretsBound: Gate = ({ plan, brand, policy: { policy } }) => {
  const problems = plan.effects.steps.flatMap(({ connection }) => {
    const { host } = new URL(connection.origin);
    return Object.values(connection.secrets).flatMap((secret) => {
      const binding = Object.hasOwn(policy.secrets ?? {}, secret) ? policy.secrets?.[secret] : undefined;
      const isBound =
        binding?.platform === connection.platform &&
        binding.hosts.includes(host) &&
        binding.brands.includes(brand.slug);
      if (isBound) return [];
      const parameters = { secret, platform: connection.platform, host, brand: brand.slug };
      return [
        finding('control-plane/secret-not-bound', parameters, brand.connectionPlace(connection.name, '/secrets')),
      ];
    });
  });
  // Several steps may use one connection.
  return [...new Map(problems.map((one) => [one.message, one])).values()];
};
