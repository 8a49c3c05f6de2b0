import { peopleText, rulesOf, type ApprovalFacts } from './approvals-text.ts';
import type { ConnectionFacts } from './connection-facts.ts';

export interface PolicyFacts extends ApprovalFacts {
  /** UUID of the repository. */
  readonly repository: string;
  /** E-mail of whoever sets it up; empty where git does not know. */
  readonly email: string;
  /** Where pull requests are reviewed, such as `github:acme/marketing`; null in plain git. */
  readonly forgeAddress: string | null;
  readonly brands: readonly string[];
  readonly connections: readonly ConnectionFacts[];
}

/** `mergecast.yaml`, with the words that teach it. */
export function policyText(facts: PolicyFacts): string {
  const forge = facts.forgeAddress === null ? '' : `forge: ${facts.forgeAddress} # its reviews are the approvals\n`;
  return `# yaml-language-server: $schema=schemas/policy.schema.json
# The policy: who approves what, and the limits for all brands. It is read from the default branch only, so that no
# proposal can change the rules by which it is judged.
version: 1
repository: ${facts.repository} # part of every identity; never change it
${forge}
${facts.people.isAlone && facts.forge === null ? aloneText(facts) : `${peopleText(facts)}\n${rulesOf(facts)}`}
${commonText}
# Which secret may go where. The names stand in connections.yaml; the values come from the environment and are never
# kept here. Nothing is needed for the sandbox.
${secretsText(facts)}`;
}

/** One person, in plain git: whoever else looks at it may approve. */
function aloneText({ email }: Pick<PolicyFacts, 'email'>): string {
  const member = email === '' ? '[]' : `[${JSON.stringify(email)}]`;
  return `# People by role, by e-mail address (or by the name of their key in .mergecast/allowed_signers).
groups:
  owners: ${member}
  marketing: ${member}

${firstRules}`;
}

const firstRules = `# Every execution needs the approval of one person who did not write it. Add rules to ask for more; all that match
# must be met. Examples:
#   - { name: Brand, count: 1, from: [marketing] }
#   - { name: Legal, when: { risk: [high, critical] }, count: 1, from: [owners] }
#   - { name: Money, when: { spend-over: 1000.00 EUR }, count: 1, from: [owners] }
approvals:
  lifetime: P180D # an approval older than this no longer counts
  on-trust: false # true: accept approvals without a signature in the live world too
  rules: []
`;

/** The part that is the same for everybody to begin with. */
const commonText = `# In the sandbox one person may try everything out alone. It never counts live.
sandbox:
  self-approval: true

# Who may change this file, connections, profiles and evidence; and who may stop or settle things.
control-plane:
  owners: [owners]
roles:
  freeze: [owners, marketing]
  unfreeze: [owners]
  resolve: [owners]
  rollback: [owners]

# Nothing goes out at these times. Examples:
# quiet-hours: { from: "21:00", to: "08:00" }
# blackout: ["2027-12-24", "2027-12-25"]
`;

/** The part of the policy that binds secrets to platforms, hosts and brands. */
function secretsText(facts: SecretFacts): string {
  const lines = secretLines(facts);
  return lines === '' ? 'secrets: {}\n' : `secrets:\n${lines}`;
}

type SecretFacts = Pick<PolicyFacts, 'brands' | 'connections'>;

/** What stands under `secrets:`, one line for each secret; empty where there is none. */
export function secretLines({ brands, connections }: SecretFacts): string {
  return brands
    .flatMap((brand) =>
      connections.flatMap(({ platform, host, secrets }) =>
        secrets.map(
          (role) =>
            `  ${secretName(brand, platform, role)}: { platform: ${platform}, hosts: [${host(brand)}], brands: [${brand}] }\n`,
        ),
      ),
    )
    .join('');
}

/** Name of the environment variable that holds a secret of a brand. */
export function secretName(brand: string, platform: string, role: string): string {
  return [brand, platform, role]
    .join('_')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()
    .replace(/^(?=\d)/, 'B_');
}
