import { finding, type Finding } from '../core/finding.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Connection } from '../generated/types/plan.ts';
import type { Engine } from './engine.ts';

/**
 * Headers that authenticate a request, resolved right before it is sent. The sandbox resolves no secret at all. A secret
 * goes only to the origin of the connection that names it.
 */
export async function credentialsFor(
  engine: Engine,
  connection: Connection,
): Promise<Result<Readonly<Record<string, string>>>> {
  const connector = await engine.registry.connector(connection.platform);
  if (connector === null) throw new Error(`no connector ${connection.platform}`);
  if (engine.world !== 'live') return success({ ...connector.headers });
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
