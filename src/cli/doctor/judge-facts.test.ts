import { describe, expect, it } from 'vitest';
import { catalogue } from '../../core/findings/catalogue.ts';
import { finding } from '../../core/finding.ts';
import type { BranchRule, EnvironmentSettings } from '../../core/forge.ts';
import { failure, success } from '../../core/result.ts';
import type { Policy } from '../../generated/types/policy.ts';
import { goodFacts, goodPolicy, importedRules, known } from './facts-for-test.ts';
import { judgeFacts, verdictOf } from './judge-facts.ts';
import { questions } from './questions/index.ts';
import type { DoctorCode, DoctorFacts, LineState, LocalFacts, RemoteFacts } from './types.ts';

const good = goodFacts();
const local = (change: Partial<LocalFacts>, from = good): DoctorFacts => ({ ...from, local: { ...from.local, ...change } }); // prettier-ignore
const remote = (change: Partial<RemoteFacts>, from = good): DoctorFacts => ({ ...from, remote: { ...from.remote!, ...change } }); // prettier-ignore
const policy = (change: Partial<Policy>): DoctorFacts => local({ policy: success({ ...goodPolicy, ...change }) });
const journal = (change: Partial<LocalFacts['journal']>): DoctorFacts =>
  local({ journal: { ...good.local.journal, ...change } });
const environment = (change: Partial<EnvironmentSettings>): DoctorFacts => {
  const { environments } = good.remote!;
  return remote({ environments: known(environments.is === 'known' ? environments.value.map((one) => ({ ...one, ...change })) : []) }); // prettier-ignore
};
/** Every rule of a kind changed: 0 is the default branch's, 1 the journal's writers', 2 the journal's history. */
const rule = (index: number, change: Partial<BranchRule>): DoctorFacts =>
  remote({ rules: known(importedRules().map((one, at) => (at === index ? { ...one, ...change } : one))) });
const workflow = (from: string, to: string): DoctorFacts =>
  local({ workflows: good.local.workflows.map((one) => ({ ...one, actual: one.actual?.replaceAll(from, to) ?? null })) }); // prettier-ignore
const repository = good.remote!.repository.is === 'known' ? good.remote!.repository.value : undefined!;
const off = (state: 'disabled' | 'disabled-inactivity'): DoctorFacts =>
  remote({
    workflows: known([
      { path: '.github/workflows/mergecast-check.yml', state: 'active', url: '' },
      { path: '.github/workflows/mergecast-execute.yml', state, url: '' },
    ]),
  });
const owners = (text: string | null): DoctorFacts => local({ owners: { file: 'CODEOWNERS', text } });
const gitea = goodFacts('gitea');

const changes: readonly (readonly [DoctorCode, LineState, string, DoctorFacts])[] = [
  ['doctor/old-node', 'red', 'Node 18', local({ node: '18.20.0' })],
  ['doctor/old-git', 'red', 'an old git', local({ git: '2.9.5' })],
  ['doctor/old-git', 'red', 'no git', local({ git: null })],
  ['doctor/policy-unusable', 'red', 'no policy', local({ policy: failure([finding('path/no-policy', {})]) })],
  ['doctor/brand-unusable', 'red', 'a broken brand', local({ brokenBrands: [{ brand: 'acme', why: 'x' }] })],
  ['doctor/no-owners', 'red', 'no owners', policy({ 'control-plane': {} })],
  ['doctor/no-owners', 'red', 'an empty group of owners', policy({ groups: { marketing: ['ines', 'tom'], owners: [] } })],
  ['doctor/unmeetable-rule', 'red', 'a group that is none', policy({ approvals: { rules: [{ name: 'Legal', count: 1, from: ['legal'] }] } })],
  ['doctor/unmeetable-rule', 'red', 'too few people', policy({ approvals: { rules: [{ name: 'All', count: 3, from: ['marketing', 'owners'] }] } })],
  ['doctor/unmeetable-rule', 'red', 'one person by two names', policy({ approvals: { rules: [{ name: 'Two', count: 2, from: ['marketing'] }] }, groups: { marketing: ['ines', 'ines@acme.example', 'github:583231'], owners: ['tom'] } })],
  ['doctor/author-deadlock', 'warn', 'one approver', policy({ groups: { marketing: ['ines'], owners: ['tom', 'ines'] } })],
  ['doctor/journal-not-begun', 'red', 'no journal', journal({ begun: known(false), control: { is: 'absent' } })],
  ['doctor/no-journal-key', 'warn', 'no key here', journal({ hasKey: false })],
  ['doctor/base-lost', 'red', 'history rewritten', journal({ control: known({ base: 'b'.repeat(40), isDescended: false, frozen: [] }) })],
  ['doctor/frozen', 'warn', 'the brake', journal({ control: known({ base: 'b'.repeat(40), isDescended: true, frozen: ['all'] }) })],
  ['doctor/no-forge', 'warn', 'plain git', { ...good, remote: null }],
  ['doctor/archived', 'red', 'archived', remote({ repository: known({ ...repository, archived: true }) })],
  ['doctor/other-default-branch', 'red', 'another default branch', remote({ repository: known({ ...repository, defaultBranch: 'trunk' }) })],
  ['doctor/no-account', 'red', 'a person without an account', policy({ people: { ...goodPolicy.people, tom: { name: 'Tom Berg' } } })],
  ['doctor/no-account', 'red', 'an account of another forge', policy({ people: { ...goodPolicy.people, tom: { name: 'Tom Berg', gitea: [5] } } })],
  ['doctor/comment-believed', 'warn', 'no proof', policy({ approvals: { ...goodPolicy.approvals, 'checklist-proof': { high: 'review' } } })],
  ['doctor/no-pull-request', 'red', 'no pull request', rule(0, { requiresPullRequest: false })],
  ['doctor/no-pull-request', 'red', 'a ruleset that is only tried out', rule(0, { active: false })],
  ['doctor/no-pull-request', 'red', 'a ruleset of another branch', rule(0, { branches: ['release/*'] })],
  ['doctor/no-pull-request', 'red', 'the branch left out again', rule(0, { branches: ['**', '!main'] })],
  ['doctor/no-approvals', 'red', 'no approval', rule(0, { approvals: 0 })],
  ['doctor/stale-approvals', 'red', 'stale approvals stay', rule(0, { dismissesStale: false })],
  ['doctor/last-push', 'red', 'own last push', rule(0, { requiresLastPushApproval: false })],
  ['doctor/owners-not-asked', 'red', 'owners not asked', rule(0, { requiresCodeOwners: false })],
  ['doctor/check-not-required', 'red', 'no check', rule(0, { requiredChecks: [] })],
  ['doctor/check-not-required', 'red', 'another check', rule(0, { requiredChecks: [{ name: 'ci', app: 15368 }] })],
  ['doctor/check-unbound', 'warn', 'a check by anybody', rule(0, { requiredChecks: [{ name: 'mergecast check', app: null }] })],
  ['doctor/branch-rewritable', 'red', 'force pushes', rule(0, { forbidsForcePush: false })],
  ['doctor/branch-rewritable', 'red', 'deletion', rule(0, { forbidsDeletion: false })],
  ['doctor/rules-bypassed', 'red', 'administrators pass', rule(0, { bypass: ['role:5'] })],
  ['doctor/rules-bypassed', 'unknown', 'who passes is hidden', rule(0, { bypass: null })],
  ['doctor/owners-file', 'red', 'no owners file', owners(null)],
  ['doctor/owners-file', 'red', 'a line that is skipped', owners(`!x @ines\n${good.local.owners.text ?? ''}`)],
  ['doctor/owners-file', 'red', 'a later line without owners', owners(`${good.local.owners.text ?? ''}\n/mergecast.yaml\n`)],
  ['doctor/owners-file', 'red', 'a part without owners', owners('/mergecast.yaml @ines\n')],
  ['doctor/workflow-missing', 'red', 'no workflow', local({ workflows: good.local.workflows.map((one) => ({ ...one, actual: null })) })],
  ['doctor/workflow-changed', 'warn', 'a changed workflow', workflow('timeout-minutes: 10', 'timeout-minutes: 90')],
  ['doctor/workflow-unpinned', 'red', 'an unpinned action', workflow('@08c6903cd8c0fde910a37f88322edcfb5dd907a8', '@v5')],
  ['doctor/workflow-unpinned', 'red', 'a commit cut short', workflow('@08c6903cd8c0fde910a37f88322edcfb5dd907a8', '@08c6903cd8')],
  ['doctor/workflow-disabled', 'red', 'switched off by idleness', off('disabled-inactivity')],
  ['doctor/workflow-disabled', 'red', 'switched off by hand', off('disabled')],
  ['doctor/workflow-disabled', 'red', 'unknown to the forge', remote({ workflows: known([]) })],
  ['doctor/schedule-silent', 'red', 'never run', remote({ lastRun: known(null) })],
  ['doctor/schedule-silent', 'red', 'run long ago', remote({ lastRun: known('2027-02-18T10:00:00Z') })],
  ['doctor/auto-merge', 'red', 'auto-merge without a schedule', { ...workflow('schedule:', 'x:'), remote: { ...good.remote!, repository: known({ ...repository, autoMerge: true }) } }],
  ['doctor/token-writes', 'red', 'a writing token', remote({ actions: known({ defaultToken: 'write', canApprovePullRequests: false }) })],
  ['doctor/bots-approve', 'red', 'workflows that approve', remote({ actions: known({ defaultToken: 'read', canApprovePullRequests: true }) })],
  ['doctor/no-environment', 'red', 'no environment', remote({ environments: known([]) })],
  ['doctor/environment-open', 'red', 'protected branches', environment({ branches: 'protected' })],
  ['doctor/environment-open', 'red', 'all branches', environment({ branches: 'all' })],
  ['doctor/environment-open', 'red', 'one more branch', environment({ branches: ['main', 'release/*'] })],
  ['doctor/environment-bypass', 'red', 'administrators pass', environment({ adminsCanBypass: true })],
  ['doctor/secrets-missing', 'red', 'no key of the journal', environment({ secrets: known(['MERGECAST_DEPLOY_KEY', 'ACME_SENDGRID_TOKEN']) })],
  ['doctor/secrets-missing', 'warn', 'no secret of a platform', environment({ secrets: known(['MERGECAST_DEPLOY_KEY', 'MERGECAST_JOURNAL_KEY']) })],
  ['doctor/secrets-missing', 'unknown', 'names of secrets hidden', environment({ secrets: { is: 'unknown', why: 'no right' } })],
  ['doctor/secrets-exposed', 'red', 'a secret of the repository', remote({ secrets: known(['acme_sendgrid_token']) })],
  ['doctor/secrets-exposed', 'red', 'a secret on Gitea', remote({ secrets: known(['MERGECAST_JOURNAL_KEY']) }, gitea)],
  ['doctor/executor-here', 'red', 'the executor on Gitea', local({ executors: ['.gitea/workflows/run.yml'] }, gitea)],
  ['doctor/journal-unprotected', 'red', 'no rule for the journal', remote({ rules: known(importedRules().slice(0, 1)) })],
  ['doctor/journal-unprotected', 'red', 'only a part of it', rule(1, { branches: ['mergecast/log'] })],
  ['doctor/journal-pattern', 'warn', 'two stars at the end', rule(1, { branches: ['mergecast/**'] })],
  ['doctor/journal-writers', 'red', 'everybody with a role', rule(1, { bypass: ['deploy-key', 'role:4'] })],
  ['doctor/journal-writers', 'red', 'nobody', rule(1, { bypass: [] })],
  ['doctor/journal-writers', 'unknown', 'who writes is hidden', rule(1, { bypass: null })],
  ['doctor/journal-rewritable', 'red', 'force pushes', rule(2, { forbidsForcePush: false })],
  ['doctor/journal-rewritable', 'red', 'deletion', rule(2, { forbidsDeletion: false })],
  ['doctor/journal-rewritable', 'warn', 'rewriting by the key', rule(2, { bypass: ['deploy-key'] })],
  ['doctor/no-deploy-key', 'red', 'a key that reads', remote({ deployKeys: known([{ title: 'x', writes: false }]) })],
  ['doctor/several-deploy-keys', 'warn', 'another key', remote({ deployKeys: known([{ title: 'x', writes: true }, { title: 'y', writes: true }]) })],
]; // prettier-ignore

const notOk = (facts: DoctorFacts): string[] =>
  judgeFacts(facts).flatMap(({ code, state }) => (state === 'ok' ? [] : [`${code} ${state}`]));

describe('doctor', () => {
  it.each(['github', 'gitea'] as const)('finds nothing wrong where everything is in place on %s', (kind) => {
    expect(notOk(goodFacts(kind))).toEqual([]);
    expect(verdictOf(judgeFacts(goodFacts(kind)))).toBe('ok');
  });

  it.each(changes)('%s: %s for %s', (code, state, _, facts) => {
    const line = judgeFacts(facts).find((one) => one.code === code);
    expect(line?.state).toBe(state);
    expect(line?.why).not.toBe('');
    if (state === 'red') expect(verdictOf(judgeFacts(facts))).toBe('red');
    if (state === 'red' || state === 'warn') expect(line?.mend).toMatch(/\w/);
    if (state !== 'unknown') expect(line?.why).toBe(catalogue[code].explanation);
  });

  it('has a change that makes each of its questions fail', () => {
    const tried = new Set(changes.filter(([, state]) => state !== 'unknown').map(([code]) => code));
    expect(questions.map(({ code }) => code).filter((code) => !tried.has(code))).toEqual([]);
    expect(new Set(questions.map(({ code }) => code)).size).toBe(questions.length);
  });

  it('takes nothing that it did not see for fine, and says what would show it', () => {
    const hidden = { is: 'unknown', why: 'Give the token the permission "administration: read".' } as const;
    for (const key of ['repository', 'rules', 'environments', 'secrets', 'workflows', 'actions', 'lastRun', 'deployKeys'] as const) {
      const lines = judgeFacts(remote({ [key]: hidden }));
      expect(verdictOf(lines), key).not.toBe('ok');
      for (const line of lines.filter(({ state }) => state === 'unknown')) {
        expect(line.why).toContain('administration: read');
        expect(line.mend).toContain('token');
      }
    }
  }); // prettier-ignore

  it('leads to the very page', () => {
    const lines = judgeFacts(environment({ branches: 'protected' }));
    expect(lines.find(({ code }) => code === 'doctor/environment-open')).toMatchObject({
      mend: expect.stringContaining('"Selected branches and tags" (not "Protected branches only")') as string,
      link: 'https://github.com/acme/marketing/settings/environments',
    });
  });

  it('takes for writers of the journal who gets past all of its rules, branch by branch', () => {
    const [main, writer, history] = importedRules();
    const other = { ...writer!, bypass: ['deploy-key', 'role:5'] };
    expect(notOk(remote({ rules: known([main!, writer!, history!, other]) }))).toEqual([]);
    const log = { ...writer!, branches: ['mergecast/log'], bypass: ['role:5'] };
    expect(notOk(remote({ rules: known([main!, writer!, history!, log]) }))).toEqual(['doctor/journal-writers red']);
  });

  it('lets an App write the journal instead of a deploy key', () => {
    const byApp = rule(1, { bypass: ['app:77'] });
    const facts = { ...byApp, remote: { ...byApp.remote!, deployKeys: known([]) } };
    expect(notOk(facts)).toEqual([]);
  });
});
