import { repositoryUrl, webRootOf } from '../../../adapters/forge/link-to.ts';
import type { NewFile } from '../../../adapters/files/write-new-files.ts';
import type { ForgeKind } from '../../../core/forge.ts';
import type { PeopleChoices } from '../ask-people.ts';
import { copiedActions, copiedFolder } from '../workflows/copied-actions.ts';
import { controlRepositoryFiles, workflowFiles } from '../workflows/workflow-files.ts';
import type { ForgeChoice } from './choose-forge.ts';
import { codeownersText } from './codeowners-text.ts';
import { githubRulesets } from './github-rulesets.ts';
import { giteaProtections } from './gitea-protections.ts';
import { environmentName, executorBot, rulesetsPage } from './rulesets-page.ts';

export interface ForgeFacts {
  readonly forge: ForgeChoice;
  readonly defaultBranch: string;
  /** Names of the secrets of all connections. */
  readonly secrets: readonly string[];
  /** Null where nobody is known. */
  readonly people: PeopleChoices | null;
  /** File of owners that is there already; a second one would be ignored, or hide the first. */
  readonly ownersFile: string | null;
}

/** Where forges look for the file of owners; the first that is there counts. */
export const ownersPlaces: Readonly<Record<ForgeKind, readonly string[]>> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitea: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitea/CODEOWNERS'],
};

/** Folder whose content goes into the second repository on Gitea and Forgejo. */
export const executorFolder = '.mergecast/executor';

/** Workflows of a repository on its forge, as `init` writes them and doctor expects them. Pure. */
export function expectedWorkflows({
  forge,
  defaultBranch,
  secrets,
}: Pick<ForgeFacts, 'forge' | 'defaultBranch' | 'secrets'>): readonly NewFile[] {
  const shared = { defaultBranch, secrets, actions: { is: 'copied', folder: copiedFolder } } as const;
  const own = workflowFiles({ ...shared, forge: forge.kind, environment: environmentName });
  if (forge.kind === 'github' || forge.address === null) return own;
  const executor = controlRepositoryFiles({ ...shared, executionsOf: repositoryUrl(forge.address) });
  return [
    ...own,
    ...executor.map((file) => ({
      ...file,
      path: `${executorFolder}/${file.path}`,
      why: 'belongs into a second repository: executes what is approved here',
    })),
  ];
}

/** All files that a repository needs because of its forge. */
export async function forgeFiles(facts: ForgeFacts): Promise<readonly NewFile[]> {
  const { forge } = facts;
  const names = forge.kind === 'github' ? (['check', 'execute'] as const) : (['check'] as const);
  const actions = await copiedActions(names);
  const forExecutor = forge.kind === 'gitea' && forge.address !== null ? await copiedActions(['execute'], `${executorFolder}/${copiedFolder}`) : []; // prettier-ignore
  return [...expectedWorkflows(facts), ...actions, ...forExecutor, ...ownersFile(facts), ...rulesetFiles(facts)];
}

function ownersFile({ people, forge, ownersFile: known }: ForgeFacts): readonly NewFile[] {
  if (people === null) return [];
  const path = known ?? ownersPlaces[forge.kind][0] ?? 'CODEOWNERS';
  const content = codeownersText(people, forge.kind);
  return [{ path, content, why: 'whose approval a change to the rules needs' }];
}

function rulesetFiles({ forge, defaultBranch }: ForgeFacts): readonly NewFile[] {
  const isGithubCom = forge.address === null || webRootOf(forge.address) === 'https://github.com';
  const settings: Readonly<Record<string, object>> =
    forge.kind === 'github' ? githubRulesets({ isGithubCom }) : giteaProtections(defaultBranch, executorBot);
  const files = Object.entries(settings).map(([name, value]) => ({
    path: `.mergecast/rulesets/${name}`,
    content: `${JSON.stringify(value, null, 2)}\n`,
    why: reasons[name] ?? '',
  }));
  const page = { path: '.mergecast/rulesets/README.md', content: rulesetsPage({ forge, defaultBranch }), why: 'how the settings beside it come into force' }; // prettier-ignore
  return [...files, page];
}

const reasons: Readonly<Record<string, string>> = {
  'default-branch.json': 'settings to import: no way past pull request, check and approval',
  'journal-writer.json': 'settings to import: only the executor writes the journal',
  'journal-history.json': 'settings to import: nobody rewrites the journal',
  'journal.json': 'settings to import: only the executor writes the journal, and nobody rewrites it',
};
