import { usualCeiling } from './ask-brand.ts';
import type { BrandFacts } from './brand-facts.ts';
import type { ConnectionFacts } from './connection-facts.ts';
import { secretName } from './policy-text.ts';

const modeline = (name: string, depth: number): string =>
  `# yaml-language-server: $schema=${'../'.repeat(depth)}schemas/${name}.schema.json\n`;

/** `profile.yaml`: who the brand is. */
export function profileText({ name, market, currency, timezone, regulated = false, ceiling }: BrandFacts): string {
  return `${modeline('profile', 2)}# Who the brand is. Scores, rules and limits are taken from here.
brand_name: ${JSON.stringify(name)}
industry:
  primary: retail
  regulated: ${regulated} # true where a law of the industry governs its advertising; then name it:
  regulation_codes: []
target_markets: [${market}]
brand_voice: # 1 little, 10 much
  formality: 4
  energy: 6
  humor: 5
  authority: 5
  avoid_words: [cheap, guaranteed]
  prefer_words: []
goals:
  budget_range: ${budgetText(ceiling)} ${currency}/month # the upper end is the limit for advertising
timezone: ${timezone}
postal_address: ${JSON.stringify(`${name}, Main Street 1, 10000 Sampletown`)} # many laws want it in every e-mail
`;
}

function budgetText(ceiling = usualCeiling): string {
  return ceiling === usualCeiling ? '1,000-5,000' : `up to ${ceiling}`;
}

/** `connections.yaml`: where the brand publishes. */
export function connectionsText({ slug }: Pick<BrandFacts, 'slug'>, connections: readonly ConnectionFacts[]): string {
  const entries = connections.map((connection) => {
    const origin = connection.origin(slug);
    const secrets = connection.secrets.map((role) => `${role}: ${secretName(slug, connection.platform, role)}`);
    const settings = Object.entries(connection.settings).map(
      ([key, words]) => `      ${key}: ${settingValue(key)} # ${words}\n`,
    );
    return [
      `  ${connection.name}: # ${connection.title}\n    platform: ${connection.platform}\n`,
      origin === null ? '' : `    base-url: ${origin}\n`,
      connection.account.isOpen
        ? `    # account: ${connection.account.words}\n`
        : `    account: ${slug} # ${connection.account.words}\n`,
      secrets.length === 0 ? '' : `    secrets: { ${secrets.join(', ')} }\n`,
      settings.length === 0 ? '' : `    settings:\n${settings.join('')}`,
    ].join('');
  });
  return `${modeline('connections', 2)}# Where the brand publishes, by the name that steps use. Only names of secrets stand here, never a secret.
# Everything can be tried in the sandbox as it is; put in your own accounts before going live.
version: 1
connections:
${entries.join('')}`;
}

/** A value in the usual form; the account's own replaces it before going live. */
function settingValue(key: string): string {
  return /id|number|customer|account/i.test(key)
    ? '"1234567890"'
    : /mail|from|sender/i.test(key)
      ? 'hello@brand.example'
      : 'sample';
}

/** A consent record to begin with: it covers every market of the brand, so that the first e-mail can be checked at once. */
export function evidenceText({ market, markets = [] }: Pick<BrandFacts, 'market' | 'markets'>, today: string): string {
  const covered = markets.length > 0 ? markets : [market];
  return `${modeline('evidence', 3)}# How the people on a list agreed. Executions name this record by its file name. Replace it by your own facts.
version: 1
kind: consent
source: Sign-up form on the website with a confirmation e-mail
date: "${today}"
scope: Monthly newsletter and offers
channels: [email]
markets: [${covered.join(', ')}]
list: newsletter
size: 1200
suppression: true # unsubscribed people were taken off
`;
}

/** A campaign to begin with. */
export function campaignText(): string {
  return `${modeline('campaign', 3)}# A campaign that executions can belong to, by its file name.
version: 1
name: First steps
goal: Try mergecast out
channels: [blog, email]
`;
}

/** Words about the voice, for people and for scores. */
export function guidelinesText({ name }: Pick<BrandFacts, 'name'>): string {
  return `# How ${name} sounds

Write down here what a new colleague must know: what the brand always says, never says, and what must be proven first.

- We speak to people, in short sentences.
- We promise nothing that we cannot prove. Proof goes into \`evidence/\`.
`;
}
