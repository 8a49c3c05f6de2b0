import { webRootOf } from '../../../adapters/forge/link-to.ts';
import type { ForgeChoice } from './choose-forge.ts';

/** Environment on GitHub that holds the executor's secrets. */
export const environmentName = 'mergecast';

/** Account on Gitea that the executor writes by, to begin with. */
export const executorBot = 'mergecast-bot';

interface PageFacts {
  readonly forge: ForgeChoice;
  readonly defaultBranch: string;
}

/** `.mergecast/rulesets/README.md`: how the files beside it come into force. */
export function rulesetsPage({ forge, defaultBranch }: PageFacts): string {
  return forge.kind === 'github' ? githubPage(forge, defaultBranch) : giteaPage(forge);
}

function githubPage({ address }: ForgeChoice, defaultBranch: string): string {
  const place = address === null ? 'OWNER/NAME' : `${address.owner}/${address.name}`;
  const web = address === null ? 'https://github.com' : webRootOf(address);
  const host = web === 'https://github.com' ? '' : ` --hostname ${new URL(web).host}`;
  return `# Rulesets

These files are not in force by lying here. \`mergecast doctor\` says whether the repository has what they ask for.

| file | what it does |
|---|---|
| \`default-branch.json\` | nothing reaches ${defaultBranch} without a pull request, its check and an approval that is newer than its last change |
| \`journal-writer.json\` | only the deploy key of the executor writes the branches \`mergecast/**\` |
| \`journal-history.json\` | nobody deletes or rewrites them, the executor included |

Import \`journal-writer.json\` last: \`mergecast init\` must have said that the live journal has begun, and the deploy key must
be there.

In a browser: [Settings > Rules > Rulesets](${web}/${place}/settings/rules) > New ruleset > Import a ruleset, for each file. Or with
the command line of GitHub, as an administrator:

\`\`\`sh
for name in default-branch journal-history journal-writer; do
  gh api --method POST${host} repos/${place}/rulesets --input ".mergecast/rulesets/$name.json"
done
\`\`\`

The environment that holds the secrets is made at [Settings > Environments](${web}/${place}/settings/environments): call it \`${environmentName}\`, choose
"Selected branches and tags" with \`${defaultBranch}\` alone, and switch "Allow administrators to bypass" off.
`;
}

function giteaPage({ address }: ForgeChoice): string {
  const place = address === null ? 'OWNER/NAME' : `${address.owner}/${address.name}`;
  const api = address === null ? 'https://git.acme.example/api/v1' : address.api;
  return `# Branch protections

These files are not in force by lying here. \`mergecast doctor\` says whether the repository has what they ask for.

| file | what it does |
|---|---|
| \`default-branch.json\` | nothing reaches the default branch without a pull request, its check and an approval of its newest change |
| \`journal.json\` | only \`${executorBot}\`, the account of the executor, writes the branches \`mergecast/**\`; nobody rewrites them |

Make the account \`${executorBot}\`, let it write to the repository, and put its real name into \`journal.json\` if it is another. Then,
with the token of an administrator in GITEA_TOKEN:

\`\`\`sh
for name in default-branch journal; do
  curl --fail --request POST --header "Authorization: token $GITEA_TOKEN" --header "Content-Type: application/json" \\
    --data "@.mergecast/rulesets/$name.json" "${api}/repos/${place}/branch_protections"
done
\`\`\`

Or in a browser: Settings > Branches > Add new rule, with the same values.

The executor does not belong into this repository: its secrets could be read by the workflow of any pull request. Put the
folder \`.mergecast/executor\` into a second repository to which nobody proposes, or run \`mergecast run\` on a machine.
`;
}
