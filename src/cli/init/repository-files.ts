import type { NewFile } from '../../adapters/files/write-new-files.ts';
import type { BrandFacts } from './brand-facts.ts';
import { campaignText, connectionsText, evidenceText, guidelinesText, profileText } from './brand-texts.ts';
import { policyText, type PolicyFacts } from './policy-text.ts';

/** A brand to set up: described from scratch, or with the files of an older folder. */
export interface BrandSetUp {
  readonly facts: BrandFacts;
  /** Files taken over unchanged, relative to the brand's folder. */
  readonly taken: ReadonlyMap<string, Uint8Array>;
}

export interface RepositoryFacts extends Omit<PolicyFacts, 'brands'> {
  readonly name: string;
  readonly brands: readonly BrandSetUp[];
  readonly schemas: ReadonlyMap<string, string>;
  /** Public SSH key of whoever sets it up. */
  readonly signingKey: string | null;
  /** Day of today in UTC. */
  readonly today: string;
}

/** Every file that `init` makes, with what it is for. Pure. */
export function repositoryFiles(facts: RepositoryFacts): readonly NewFile[] {
  const { brands } = facts;
  const slugs = brands.map((brand) => brand.facts.slug);
  return [
    ...brands.flatMap((brand) => brandFiles(brand, facts)),
    ...[...facts.schemas].map(([name, content]) => ({
      path: `schemas/${name}`,
      content,
      why: 'completion and checks in your editor',
    })),
    {
      path: '.vscode/settings.json',
      content: editorSettings(),
      why: 'tells the editor which schema belongs to which file',
    },
    { path: '.editorconfig', content: editorConfig, why: 'indentation and line ends, for every editor' },
    { path: '.gitignore', content: ignored, why: 'keeps local state and secrets out of git', append: true },
    {
      path: '.gitattributes',
      content: attributes,
      why: 'keeps every byte as it was approved, on every computer',
    },
    ...signers(facts),
    // The last one: a folder that has it is set up completely.
    {
      path: 'mergecast.yaml',
      content: policyText({ ...facts, brands: slugs }),
      why: 'the policy: who approves what, and the limits',
    },
  ];
}

/** What a file of an older brand folder is for. */
export const takenOver = 'taken over unchanged';

/** Files of one brand, with what they are for: those taken over, and what is missing beside them. Pure. */
export function brandFiles(
  { facts, taken }: BrandSetUp,
  all: Pick<RepositoryFacts, 'connections' | 'today'>,
): readonly NewFile[] {
  const folder = `brands/${facts.slug}`;
  const has = (path: string): boolean => [...taken.keys()].some((one) => one === path || one.startsWith(`${path}/`));
  const unchanged = [...taken].map(([path, content]) => ({ path: `${folder}/${path}`, content, why: takenOver }));
  const made = sampleFiles(facts, all).filter(({ path, unless }) => !has(path) && !unless.some(has));
  return [
    ...unchanged,
    ...made.map(({ path, content, why: use }) => ({ path: `${folder}/${path}`, content, why: use })),
  ];
}

/** A file of a brand folder to begin with, unless one of some paths is there. */
interface SampleFile extends NewFile {
  readonly unless: readonly string[];
}

function sampleFiles(
  facts: BrandFacts,
  { connections, today }: Pick<RepositoryFacts, 'connections' | 'today'>,
): readonly SampleFile[] {
  return [
    {
      path: 'profile.yaml',
      content: profileText(facts),
      why: 'who the brand is: voice, markets, budget',
      unless: ['profile.json'],
    },
    {
      path: 'connections.yaml',
      content: connectionsText(facts, connections),
      why: 'where the brand publishes; names of secrets only',
      unless: [],
    },
    {
      path: 'evidence/newsletter-double-opt-in.yaml',
      content: evidenceText(facts, today),
      why: 'a sample of how the people on a list agreed',
      unless: ['evidence'],
    },
    {
      path: 'guidelines/voice.md',
      content: guidelinesText(facts),
      why: 'how the brand sounds',
      unless: ['guidelines'],
    },
    {
      path: 'campaigns/first-steps.yaml',
      content: campaignText(),
      why: 'a campaign that executions can belong to',
      unless: ['campaigns'],
    },
  ];
}

const ignored = `# mergecast: local state and secrets
.env
.env.*
*.key
sandbox-state*
.mergecast/local/
`;

const attributes = `# Git changes no line ending here: what is checked is what is approved, on every computer.
* -text
`;

const editorConfig = `root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.{yaml,yml,json}]
indent_style = space
indent_size = 2
`;

function editorSettings(): string {
  const schemas = {
    './schemas/execution.schema.json': 'executions/**/execution.yaml',
    './schemas/policy.schema.json': 'mergecast.yaml',
    './schemas/profile.schema.json': 'brands/*/profile.yaml',
    './schemas/connections.schema.json': 'brands/*/connections.yaml',
    './schemas/evidence.schema.json': 'brands/*/evidence/*.yaml',
    './schemas/campaign.schema.json': 'brands/*/campaigns/*.yaml',
  };
  const json = [{ fileMatch: ['brands/*/profile.json'], url: './schemas/profile.schema.json' }];
  return `${JSON.stringify({ 'yaml.schemas': schemas, 'json.schemas': json }, null, 2)}\n`;
}

function signers({ email, signingKey }: RepositoryFacts): readonly NewFile[] {
  if (signingKey === null || email === '') return [];
  const content = `# Whose SSH signatures count as approvals: e-mail, then public key. Read from the default branch only.\n${email} ${signingKey}\n`;
  return [
    {
      path: '.mergecast/allowed_signers',
      content,
      why: 'your signing key, so that your approvals are more than on trust',
    },
  ];
}
