import { actions, connectors } from '../../generated/registry.ts';
import { listConnector, renderConnectors, type ListedConnector } from '../../report/render-connectors.ts';
import type { Io } from '../io.ts';
import { printJson } from '../print.ts';

/** Lists what the generated registry holds. */
export async function handle(options: Record<string, unknown>, io: Io): Promise<number> {
  const { format } = options as { format?: string };
  const listed = await Promise.all(Object.keys(connectors).toSorted().map(listOne));
  const found = listed.filter((one) => one !== null);
  if (format === 'json') printJson(io, { version: 1, connectors: found });
  else io.stdout(renderConnectors(found));
  return 0;
}

async function listOne(id: string): Promise<ListedConnector | null> {
  const connector = await connectors[id]?.();
  if (connector === undefined) return null;
  const names = Object.keys(actions).filter((uses) => uses.startsWith(`${id}/`));
  const loaded = await Promise.all(names.toSorted().map(async (uses) => actions[uses]?.load()));
  return listConnector(
    connector,
    loaded.filter((action) => action !== undefined),
  );
}
