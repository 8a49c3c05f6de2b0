import type { Connector } from '../core/contract.ts';
import { finding, type Finding } from '../core/finding.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { LoadedBrand, LoadedExecution, LoadedStep } from '../load/types.ts';
import type { Connection } from '../generated/types/plan.ts';

type Entry = LoadedBrand['connections'][string];

/** The connection of a step by value: platform, account, origin, names of secrets and settings. */
export function resolveConnection(
  step: LoadedStep,
  execution: LoadedExecution,
  brand: LoadedBrand,
  connector: Connector,
): Result<Connection> {
  const name = step.connection;
  const entry = Object.hasOwn(brand.connections, name) ? brand.connections[name] : undefined;
  const place = execution.place(`/steps/${step.id}/connection`);
  const known = Object.keys(brand.connections);
  if (entry === undefined)
    return failure([
      finding('plan/unknown-connection', { name, brand: brand.slug, known, nearest: nearestWord(name, known) }, place),
    ]);
  if (entry.platform !== connector.id) {
    const fitting = known.filter((other) => brand.connections[other]?.platform === connector.id);
    return failure([
      finding(
        'plan/other-platform',
        { connection: name, platform: entry.platform, needed: connector.id, fitting },
        place,
      ),
    ]);
  }
  const origin = originOf(name, entry, brand, connector);
  const problems = [...(origin.ok ? [] : origin.error), ...missingFacts(name, entry, brand, connector)];
  if (!origin.ok || problems.length > 0) return failure(problems);
  return success({
    name,
    platform: entry.platform,
    account: entry.account ?? '',
    origin: origin.value,
    secrets: pick(entry.secrets, connector.secrets),
    settings: pick(entry.settings, Object.keys({ ...connector.settings, ...connector.optionalSettings })),
    test: entry.test ?? false,
  });
}

function originOf(name: string, entry: Entry, brand: LoadedBrand, connector: Connector): Result<string> {
  const isTest = entry.test === true && isLoopback(entry['base-url'] ?? '');
  if (connector.origin === 'connection' || isTest) return ownOrigin(name, entry, brand, isTest);
  const { fixed } = connector.origin;
  if ([undefined, fixed].includes(entry['base-url'])) return success(fixed);
  const place = brand.connectionPlace(name, '/base-url');
  return failure([finding('plan/fixed-origin', { connection: name, origin: fixed }, place)]);
}

/** Only test connections may stay on this machine or do without https. */
function ownOrigin(name: string, entry: Entry, brand: LoadedBrand, isTest: boolean): Result<string> {
  const url = entry['base-url'];
  if (url === undefined) {
    const parameters = { connection: name, platform: entry.platform };
    return failure([finding('plan/no-base-url', parameters, brand.connectionPlace(name))]);
  }
  const origin = originFrom(url);
  if (origin !== null && (isTest || (origin.startsWith('https:') && !isLoopback(origin)))) return success(origin);
  const place = { ...brand.connectionPlace(name, '/base-url'), evidence: url };
  return failure([finding('plan/bad-base-url', { connection: name, url }, place)]);
}

/** The origin, where the text is nothing more than one. */
function originFrom(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isOrigin =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return isOrigin && /^https?:$/.test(url.protocol) && !/[\\\s?#@]/.test(text) ? url.origin : null;
}

/** Whether an address is on this machine. */
export function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname } = new URL(text);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function missingFacts(name: string, entry: Entry, brand: LoadedBrand, connector: Connector): Finding[] {
  const place = brand.connectionPlace(name);
  const settings = Object.entries(connector.settings)
    .filter(([setting]) => entry.settings?.[setting] === undefined)
    .map(([setting, meaning]) => finding('plan/missing-setting', { connection: name, setting, meaning }, place));
  const secrets = connector.secrets
    .filter((role) => entry.secrets?.[role] === undefined)
    .map((role) => finding('plan/missing-secret', { connection: name, role }, place));
  return [...settings, ...secrets];
}

/** Only what the platform declares: an extra line in the file must not change what people approved. */
function pick(values: Readonly<Record<string, string>> | undefined, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (values?.[name] === undefined ? [] : [[name, values[name]]])));
}
