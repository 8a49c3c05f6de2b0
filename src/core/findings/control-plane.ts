// Codes of the area: control-plane. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

const listed = (paths: readonly string[]): string =>
  `${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ' and more' : ''}`;

export const controlPlaneFindings = {
  'control-plane/base-rewritten': define<{ base: string }>({
    severity: 'block',
    explanation:
      'The commit whose policy and keys were trusted last is no longer on the first-parent line of the default branch: its history was rewritten, or the parents of a merge were swapped.',
    message: ({ base }) => `The default branch no longer descends from ${base}, which this runner trusted.`,
    hint: () =>
      'Find out who rewrote it. If it was meant, look at policy, keys and connections, then run `mergecast unfreeze --genesis`.',
  }),
  'control-plane/mixed': define<{ paths: readonly string[] }>({
    severity: 'block',
    explanation:
      'A proposal changes an execution together with what decides about executions: policy, connections, profiles, guidelines, workflows, allowed signers. Nobody may change the judge and the case at once.',
    message: ({ paths }) => `This changes an execution and also what decides about it: ${listed(paths)}.`,
    hint: ({ paths }) =>
      `Split it: put ${listed(paths)} on a branch of its own and have that merged first. The execution follows on its own branch.`,
  }),
  'control-plane/only': define<{ paths: readonly string[] }>({
    severity: 'block',
    explanation:
      'A change to policy, connections, profiles or the like is no execution; `approve` approves executions only.',
    message: ({ paths }) => `This changes only what decides about executions: ${listed(paths)}.`,
    hint: () => 'Have its owners review and merge it as usual. Executions are then checked against the new state.',
  }),
  'control-plane/unapproved': define<{
    commit: string;
    paths: readonly string[];
    owners: readonly string[];
    why: string;
  }>({
    severity: 'block',
    explanation:
      'A change to policy, connections, workflows or the like counts only when the owners whom the policy before it names approved exactly this. Until then nothing is executed: whoever changed the judge may have changed it for a case of their own.',
    message: ({ commit, paths, owners, why }) =>
      `Commit ${commit.slice(0, 12)} changed what decides (${listed(paths)}), and ${owners.join(' or ')} did not approve it: ${why}`,
    hint: ({ owners }) =>
      `Someone of ${owners.join(' or ')} who did not write it approves its pull request, also after the merge; the next run goes on. Or take the change back. Or, after looking at it, trust the branch as it is: \`mergecast unfreeze --genesis\`.`,
  }),
  'control-plane/secret-not-bound': define<{ secret: string; platform: string; host: string; brand: string }>({
    severity: 'block',
    explanation:
      'A secret goes only where the policy binds it: to a platform, hosts and brands. Otherwise a changed address in connections.yaml would send a key to a stranger.',
    message: ({ secret, platform, host, brand }) =>
      `The secret ${secret} may not go to ${host} (${platform}) for the brand "${brand}".`,
    hint: ({ secret, platform, host, brand }) =>
      `If it should, add under \`secrets\` in mergecast.yaml, by a proposal of its own: ${secret}: { platform: ${platform}, hosts: [${host}], brands: [${brand}] }`,
  }),
};
