import { finding, type Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Connection } from '../generated/types/plan.ts';
import type { Policy } from '../generated/types/policy.ts';
import type { Engine } from './engine.ts';
import { policiesFor } from './policies.ts';

/**
 * Headers that authenticate a request, resolved right before it is sent. The sandbox resolves no secret at all. A secret
 * goes only where every policy that binds the execution says: this platform, this host, this brand.
 */
export async function credentialsFor(
  engine: Engine,
  connection: Connection,
): Promise<Result<Readonly<Record<string, string>>>> {
  const connector = await engine.registry.connector(connection.platform);
  if (connector === null) throw new Error(`no connector ${connection.platform}`);
  if (engine.world !== 'live') return success({ ...connector.headers });
  const unbound = await findUnbound(engine, connection);
  if (unbound.length > 0) return failure(unbound);
  const values: Record<string, string> = {};
  const problems: Finding[] = [];
  for (const role of connector.secrets) {
    const name = connection.secrets[role];
    const secret =
      name === undefined ? failure([finding('execution/no-secret', { name: role })]) : engine.secrets.resolve(name);
    if (secret.ok) values[role] = secret.value;
    else problems.push(...secret.error);
  }
  if (problems.length > 0) return failure(problems);
  return success({ ...connector.headers, ...connector.credentials(connection, values) });
}

/** Otherwise a changed address would send a key to a stranger. */
async function findUnbound(engine: Engine, connection: Connection): Promise<readonly Finding[]> {
  const brand = engine.execution?.brand ?? '';
  const policies = await policiesFor(engine, engine.execution?.base ?? '');
  if (!policies.ok) return policies.error;
  const { platform, origin, secrets } = connection;
  const { host } = new URL(origin);
  return [...new Set(Object.values(secrets))]
    .filter((secret) => !policies.value.every((policy) => isBound(policy, secret, platform, host, brand)))
    .map((secret) => finding('control-plane/secret-not-bound', { secret, platform, host, brand }));
}

function isBound(policy: Policy, secret: string, platform: string, host: string, brand: string): boolean {
  const binding = Object.hasOwn(policy.secrets ?? {}, secret) ? policy.secrets?.[secret] : undefined;
  return binding?.platform === platform && binding.hosts.includes(host) && binding.brands.includes(brand);
}
