import { readRuleset } from '../../adapters/forge/github/settings/read-ruleset.ts';
import type { BranchRule, ForgeKind, Setting } from '../../core/forge.ts';
import { success } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { codeownersText } from '../init/forge/codeowners-text.ts';
import { expectedWorkflows } from '../init/forge/forge-files.ts';
import { githubRulesets } from '../init/forge/github-rulesets.ts';
import { parsePeople } from '../init/parse-people.ts';
import type { DoctorFacts, LocalFacts, RemoteFacts } from './types.ts';

/** A setting that the forge tells. */
export function known<T>(value: T): Setting<T> {
  return { is: 'known', value };
}

const people = parsePeople('Ines <ines@acme.example> @ines, Tom <tom@acme.example> @tom') ?? [];

/** A policy under which everything works. */
export const goodPolicy: Policy = {
  version: 1,
  repository: '6f1d2f0a-5b0e-4b7e-9c0d-0a4b8f0f7c11',
  people: {
    ines: { name: 'Ines Roth', emails: ['ines@acme.example'], github: [583231], gitea: [4] },
    tom: { name: 'Tom Berg', emails: ['tom@acme.example'], github: [583232], gitea: [5] },
  },
  groups: { marketing: ['ines', 'tom'], owners: ['tom', 'ines'] },
  approvals: {
    rules: [{ name: 'Marketing', count: 1, from: ['marketing'] }],
    'checklist-proof': { critical: 'review' },
  },
  'control-plane': { owners: ['owners'] },
};

/** A machine and a repository as `init` leaves them, with everything done that it says. */
export function goodFacts(kind: ForgeKind = 'github'): DoctorFacts {
  return { now: new Date('2027-02-21T15:00:00Z'), local: goodLocal(kind), remote: goodRemote(kind) };
}

const address = { api: 'https://api.github.com', owner: 'acme', name: 'marketing' };

function goodLocal(kind: ForgeKind): LocalFacts {
  const secrets = ['ACME_SENDGRID_TOKEN'];
  const forge = { kind, address: { ...address, kind } };
  const files = expectedWorkflows({ forge, defaultBranch: 'main', secrets });
  const keys = people.map(({ key }) => key);
  return {
    node: '24.1.0',
    git: '2.53.0',
    defaultBranch: 'main',
    policy: success(goodPolicy),
    brokenBrands: [],
    secrets,
    journal: { begun: known(true), keyFolder: '/home/dana/keys',
      hasKey: true, control: known({ base: 'b'.repeat(40), isDescended: true, frozen: [] }) }, // prettier-ignore
    workflows: files
      .filter(({ path }) => !path.startsWith('.mergecast/'))
      .map(({ path, content }) => ({ path, expected: content.toString(), actual: content.toString() })),
    executors: kind === 'github' ? ['.github/workflows/mergecast-execute.yml'] : [],
    owners: {
      file: 'CODEOWNERS',
      text: codeownersText({ people, marketing: keys, owners: keys, isAlone: false }, kind),
    },
  };
}

function goodRemote(kind: ForgeKind): RemoteFacts {
  const isGithub = kind === 'github';
  const absent = { is: 'absent' } as const;
  const workflows = isGithub ? ['check', 'execute'].map((name) => `.github/workflows/mergecast-${name}.yml`) : ['.gitea/workflows/mergecast-check.yml']; // prettier-ignore
  return {
    kind,
    url: 'https://github.com/acme/marketing',
    name: 'acme/marketing',
    repository: known({ defaultBranch: 'main', isPrivate: true, archived: false, autoMerge: false, merges: null }),
    rules: known(isGithub ? importedRules() : giteaRules()),
    environments: isGithub
      ? known([{ name: 'mergecast', branches: ['main'], adminsCanBypass: false, secrets: known(['MERGECAST_JOURNAL_KEY', 'MERGECAST_DEPLOY_KEY', 'ACME_SENDGRID_TOKEN']) }]) // prettier-ignore
      : absent,
    secrets: known(['SOMETHING_ELSE']),
    workflows: known(workflows.map((path) => ({ path, state: 'active', url: 'https://github.com/x' }))),
    actions: isGithub ? known({ defaultToken: 'read', canApprovePullRequests: false }) : absent,
    lastRun: known('2027-02-21T14:50:00Z'),
    writers: known([{ id: 583231, login: 'ines', kind: 'person' }]),
    deployKeys: known([{ title: 'mergecast', writes: true }]),
  };
}

/** What GitHub tells after the rulesets that `init` wrote have been imported. */
export function importedRules(): readonly BranchRule[] {
  return Object.values(githubRulesets({ isGithubCom: true })).flatMap((ruleset) => readRuleset(ruleset, 'main') ?? []);
}

function giteaRules(): readonly BranchRule[] {
  const rule: BranchRule = {
    name: 'main',
    branches: ['main'],
    active: true,
    requiresPullRequest: true,
    approvals: 1,
    dismissesStale: true,
    requiresCodeOwners: true,
    requiresLastPushApproval: false,
    requiredChecks: [{ name: 'mergecast', app: null }],
    forbidsForcePush: true,
    forbidsDeletion: true,
    restrictsUpdates: true,
    bypass: [],
  };
  const journal = { name: 'mergecast/**', branches: ['mergecast/**'], requiresPullRequest: false, approvals: 0, requiredChecks: [] }; // prettier-ignore
  return [rule, { ...rule, ...journal, bypass: ['mergecast-bot'] }];
}
