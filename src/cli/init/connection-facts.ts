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
  /** What the account is called there. An account that must be right can only be given by whoever has it. */
  readonly account: { readonly words: string; readonly isOpen: boolean };
  /** The brand's own origin, or null where the service has a fixed one. */
  origin(brand: string): string | null;
  /** Host that receives the secrets. */
  host(brand: string): string;
}

/** Names that the templates use, with the platform behind each to begin with. */
const wanted: readonly Pick<ConnectionFacts, 'name' | 'platform' | 'account'>[] = [
  { name: 'main-site', platform: 'wordpress', account: { words: 'user name that publishes; its application password is the secret', isOpen: false } }, // prettier-ignore
  { name: 'team-chat', platform: 'slack', account: { words: 'id of the workspace, such as T0123456789: a token of another one is refused', isOpen: true } }, // prettier-ignore
  { name: 'newsletter', platform: 'sendgrid', account: { words: 'what you call the account', isOpen: false } },
  { name: 'ads', platform: 'google-ads', account: { words: 'what you call the account', isOpen: false } },
];

/** Facts from the connectors themselves, so that a connection always has what its connector asks for. */
export async function connectionFacts(
  connectors: Readonly<Record<string, () => Promise<Connector>>>,
): Promise<readonly ConnectionFacts[]> {
  const found = await Promise.all(
    wanted.map(async ({ name, platform, account }) => {
      const connector = await connectors[platform]?.();
      return connector === undefined ? null : factsOf({ name, account }, connector);
    }),
  );
  return found.filter((one) => one !== null);
}

function factsOf({ name, account }: Pick<ConnectionFacts, 'name' | 'account'>, connector: Connector): ConnectionFacts {
  const own = (brand: string): string => `https://www.${brand}.example`;
  const { origin } = connector;
  const fixed = origin === 'connection' ? null : origin.fixed;
  return {
    name,
    account,
    platform: connector.id,
    title: connector.title,
    secrets: connector.secrets,
    settings: connector.settings,
    origin: (brand) => (fixed === null ? own(brand) : null),
    host: (brand) => new URL(fixed ?? own(brand)).host,
  };
}
