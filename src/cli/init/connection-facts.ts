import type { Connector } from '../../core/contract.ts';

/** One connection that `init` writes for a brand. */
export interface ConnectionFacts {
  /** As steps call it. */
  readonly name: string;
  readonly platform: string;
  readonly title: string;
  /** Roles of secrets. */
  readonly secrets: readonly string[];
  /** Settings with what they mean. */
  readonly settings: Readonly<Record<string, string>>;
  /** The brand's own origin, or null where the service has a fixed one. */
  origin(brand: string): string | null;
  /** Host that receives the secrets. */
  host(brand: string): string;
}

/** Names that the templates use, with the platform behind each to begin with. */
const wanted: readonly { readonly name: string; readonly platform: string }[] = [
  { name: 'main-site', platform: 'wordpress' },
  { name: 'team-chat', platform: 'slack' },
  { name: 'newsletter', platform: 'sendgrid' },
  { name: 'ads', platform: 'google-ads' },
];

/** Facts from the connectors themselves, so that a connection always has what its connector asks for. */
export async function connectionFacts(
  connectors: Readonly<Record<string, () => Promise<Connector>>>,
): Promise<readonly ConnectionFacts[]> {
  const found = await Promise.all(
    wanted.map(async ({ name, platform }) => {
      const connector = await connectors[platform]?.();
      return connector === undefined ? null : factsOf(name, connector);
    }),
  );
  return found.filter((one) => one !== null);
}

function factsOf(name: string, connector: Connector): ConnectionFacts {
  const own = (brand: string): string => `https://www.${brand}.example`;
  const { origin } = connector;
  const fixed = origin === 'connection' ? null : origin.fixed;
  return {
    name,
    platform: connector.id,
    title: connector.title,
    secrets: connector.secrets,
    settings: connector.settings,
    origin: (brand) => (fixed === null ? own(brand) : null),
    host: (brand) => new URL(fixed ?? own(brand)).host,
  };
}
