import { webRootOf } from '../../adapters/forge/link-to.ts';
import { parseForge } from '../forge/parse-forge.ts';
import type { NextStep } from './render-set-up.ts';
import type { SetUp } from './set-up-repository.ts';

/** Settings of the forge that no file can make: where they are. Pure. */
export function forgeSteps(setUp: SetUp): readonly NextStep[] {
  if (setUp.forge === null) return [];
  const address = parseForge(setUp.forge);
  const settings = address === null ? '' : `${webRootOf(address)}/${address.owner}/${address.name}/settings`;
  const isGithub = setUp.forge.startsWith('github');
  const token = isGithub ? 'GITHUB_TOKEN' : 'GITEA_TOKEN';
  return [
    ...(setUp.lacksForge && address !== null
      ? [{ words: 'Say in mergecast.yaml that the reviews there are the approvals:', paste: `forge: ${setUp.forge}` }]
      : []),
    ...ownersStep(setUp),
    {
      words: `Import the settings as .mergecast/rulesets/README.md says${settings === '' ? '' : `, at ${settings}`}`,
    },
    { words: `See what is missing, with a token of an administrator in ${token}`, command: 'mergecast doctor' },
  ];
}

/** A CODEOWNERS that was there is not touched; what it lacks is told. */
function ownersStep({ files, ownerLines }: SetUp): readonly NextStep[] {
  const owners = files.find(({ path }) => path.endsWith('CODEOWNERS'));
  if (owners === undefined || ownerLines.length === 0) return [];
  const paste = ownerLines.map((line) => line.replace(/^# /, '')).join('\n');
  return [{ words: `Give the rules their owners: add these lines at the end of ${owners.path}:`, paste }];
}
