import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../src/cli/handlers/check.ts';
import { handle as plan } from '../../src/cli/handlers/plan.ts';
import { GitFixture } from '../support/git-fixture.ts';
import { recordingIo } from '../support/recording-io.ts';
import { sampleFiles } from '../support/sample-files.ts';

const spring = 'executions/northwind-bikes/2027-03/spring-is-here';
const note = 'executions/northwind-bikes/2027-03/spring-team-note';
const profile = 'brands/northwind-bikes/profile.yaml';
const evidence = 'brands/northwind-bikes/evidence/newsletter-double-opt-in.yaml';
const now = new Date('2026-11-25T12:00:00Z');
const samples = sampleFiles();

interface Json {
  readonly verdict: string;
  readonly executions: readonly {
    readonly path: string;
    readonly executionId: string;
    readonly digest: string;
    readonly findings: readonly { readonly code: string }[];
    readonly approvals: {
      readonly counted: readonly { readonly who: string; readonly trust: string }[];
      readonly ignored: readonly { readonly who: string; readonly why: string }[];
      readonly missing: readonly { readonly rule: string; readonly whoCan: readonly string[] }[];
    };
  }[];
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
  readonly notes: readonly string[];
}

let fixture: GitFixture;

async function check(paths: readonly string[] = [], options: { base?: string; now?: Date } = {}, cwd = fixture.folder) {
  const io = recordingIo(cwd);
  const code = await handle(paths, { format: 'json', now, repo: fixture.folder, ...options }, io);
  const json = JSON.parse(io.out()) as Json;
  const codes = [...json.findings, ...json.executions.flatMap(({ findings }) => findings)].map((one) => one.code);
  return { ...json, code, codes, paths: json.executions.map(({ path }) => path) };
}

function change(path: string, edit: (text: string) => string): void {
  fixture.write(path, edit(fixture.read(path) ?? ''));
}

beforeEach(() => {
  fixture = new GitFixture();
  for (const [path, file] of Object.entries(samples)) fixture.write(path, file);
});
afterEach(() => fixture.remove());

describe('before the first commit', () => {
  it('judges by the work tree, and says so', async () => {
    const report = await check();
    expect(report).toMatchObject({ code: 0, verdict: 'pass', codes: [] });
    expect(report.paths).toHaveLength(8);
    expect(report.notes[0]).toContain('those of the work tree: there is no commit yet');
  });
});

describe('on the default branch', () => {
  beforeEach(() => void fixture.commit('Begin'));

  it('judges by the work tree, and says so', async () => {
    change(profile, (text) => text.replace('2,000-5,000 EUR', '100 EUR'));
    change(`${spring}/blog.md`, (text) => `${text}\nMore.`);
    const report = await check([spring]);
    expect(report.codes).toEqual(['budget/over-ceiling']);
    expect(report.notes[0]).toContain('the tip of "main"');
  });

  it('takes a folder, a file of it, a folder above, also from inside and more than one', async () => {
    expect((await check([`${spring}/execution.yaml`])).paths).toEqual([spring]);
    expect((await check([`${spring}/blog.md`])).paths).toEqual([spring]);
    expect((await check(['executions/northwind-bikes/2027-03'])).paths).toHaveLength(3);
    expect((await check(['.'], {}, `${fixture.folder}/${spring}`)).paths).toEqual([spring]);
    expect((await check(['.'])).paths).toHaveLength(8);
    expect((await check([spring, note, spring])).paths).toEqual([spring, note]);
    expect(await check(['executions/nowhere'])).toMatchObject({
      code: 1,
      codes: ['command/not-found'],
      verdict: 'block',
    });
    expect(await check(['brands'])).toMatchObject({ code: 1, codes: ['command/no-execution'] });
  });

  it('a past time blocks only what changed', async () => {
    const later = { now: new Date('2027-12-01T00:00:00Z') };
    expect((await check([spring], later)).codes).toEqual([]);
    change(`${spring}/blog.md`, (text) => `${text}\nMore.`);
    expect((await check([spring], later)).codes).toEqual(['schedule/past']);
  });

  it('sees untracked files, and nothing that git ignores', async () => {
    fixture.write('.gitignore', 'drafts/\n');
    const draft = 'executions/northwind-bikes/2027-05/drafts/one';
    const fresh = 'executions/northwind-bikes/2027-05/fresh';
    for (const folder of [draft, fresh]) {
      fixture.write(`${folder}/execution.yaml`, fixture.read(`${note}/execution.yaml`) ?? '');
      fixture.write(`${folder}/note.md`, 'Hello');
    }
    const report = await check([], { base: 'main' });
    expect(report.paths).toEqual([fresh]);
    expect(report.codes).toEqual(['manifest/duplicate-id']);
  });
});

describe('with --base', () => {
  beforeEach(() => {
    fixture.commit('Begin');
    fixture.git('checkout', '-q', '-b', 'work');
  });

  it('checks only what differs from the merge base, in commits and beside them', async () => {
    expect(await check([], { base: 'main' })).toMatchObject({ code: 0, paths: [] });
    change(`${spring}/blog.md`, (text) => `${text}\nMore.`);
    fixture.commit('Change');
    // What the base does meanwhile is not ours.
    fixture.git('checkout', '-q', 'main');
    change('executions/northwind-bikes/2027-01/winter-service-guide/guide.md', (text) => `${text}\nMore.`);
    fixture.commit('Change meanwhile');
    fixture.git('checkout', '-q', 'work');
    change(`${note}/note.md`, (text) => `${text}\nMore.`);
    expect((await check([], { base: 'main' })).paths).toEqual([spring, note]);
    expect((await check([note], { base: 'main' })).paths).toEqual([note]);
    expect(await check([], { base: 'nowhere' })).toMatchObject({ code: 1, codes: ['git/unknown-reference'] });
  });

  it('takes what decides from the base, and refuses a proposal that changes both', async () => {
    change(profile, (text) => text.replace('2,000-5,000 EUR', '100 EUR'));
    fixture.commit('Lower the ceiling');
    expect(await check([], { base: 'main' })).toMatchObject({ code: 0, codes: [], paths: [] });
    change(`${spring}/blog.md`, (text) => `${text}\nMore.`);
    const report = await check([], { base: 'main' });
    expect(report).toMatchObject({ code: 1, codes: ['control-plane/mixed'], paths: [spring] });
    expect(report.notes[0]).toContain('those of "main"');
  });

  it('lets evidence come along, and shows it', async () => {
    fixture.git('checkout', '-q', 'main');
    fixture.git('rm', '-q', evidence);
    fixture.commit('Remove');
    fixture.git('checkout', '-q', '-b', 'other');
    fixture.write(evidence, String(samples[evidence]));
    change(`${spring}/blog.md`, (text) => `${text}\nMore.`);
    fixture.commit('Propose');
    expect(await check([], { base: 'main' })).toMatchObject({ code: 0, codes: ['evidence/new'] });
  });
});

describe('the digest', () => {
  it('is the same for work tree, commit and Windows line ends, in check and plan', async () => {
    const [untracked] = (await check([spring])).executions;
    fixture.commit('Begin');
    change(`${spring}/email.md`, (text) => text.replaceAll('\n', '\r\n'));
    const [windows] = (await check([spring])).executions;
    const io = recordingIo(fixture.folder);
    expect(await plan(spring, { format: 'json' }, io)).toBe(0);
    const planned = JSON.parse(io.out()) as { version: number; digest: string; effects: object; explanation: object };
    expect(Object.keys(planned).toSorted()).toEqual(['digest', 'effects', 'explanation', 'version']);
    expect(new Set([untracked?.digest, windows?.digest, planned.digest]).size).toBe(1);
  });
});

describe('approvals', () => {
  it('names who can approve, counts what is merged, and says why not', async () => {
    fixture.git('commit', '-q', '--allow-empty', '-m', 'Begin');
    change('mergecast.yaml', (text) => text.replaceAll('ines.roth@northwind-bikes.example', 'ines@acme.example').replace('on-trust: false', 'on-trust: true')); // prettier-ignore
    fixture.git('add', 'mergecast.yaml', 'brands');
    fixture.git('commit', '-q', '-m', 'Set up');
    fixture.git('checkout', '-q', '-b', 'work');
    fixture.commit('Propose');
    const [proposed] = (await check([spring], { base: 'main' })).executions;
    expect(proposed?.approvals.missing).toEqual([{ rule: 'Brand', whoCan: ['ines@acme.example', 'maren.holt@northwind-bikes.example', 'jonas.weiss@northwind-bikes.example'] }]); // prettier-ignore
    fixture.git('checkout', '-q', 'main');
    approve('ines', proposed);
    const [approved] = (await check([spring])).executions;
    expect(approved?.approvals).toEqual({ counted: [{ who: 'ines', trust: 'on-trust' }], ignored: [], missing: [] });
    change(`${spring}/blog.md`, (text) => `${text}\nMore.`);
    const [changed] = (await check([spring])).executions;
    expect(changed?.approvals).toMatchObject({ counted: [], ignored: [{ why: expect.stringContaining('other content') }], missing: [{ rule: 'Brand' }] }); // prettier-ignore
  });

  it('never asks whoever wrote it, on a branch or on the base', async () => {
    change('mergecast.yaml', (text) => text.replaceAll('ines.roth@northwind-bikes.example', 'dana@acme.example'));
    fixture.git('commit', '-q', '--allow-empty', '-m', 'Begin');
    fixture.become('maren');
    fixture.commit('Set up');
    const whoCan = async () => (await check([spring])).executions[0]?.approvals.missing[0]?.whoCan;
    const [maren, jonas] = ['maren.holt@northwind-bikes.example', 'jonas.weiss@northwind-bikes.example'];
    expect(await whoCan()).toEqual(['dana@acme.example', maren, jonas]);
    fixture.become('dana');
    fixture.git('checkout', '-q', '-b', 'work');
    change(`${spring}/blog.md`, (text) => `${text}\nMore.`);
    fixture.commit('Change');
    expect(await whoCan()).toEqual([maren, jonas]);
    fixture.git('checkout', '-q', 'main');
    fixture.git('merge', '-q', '--ff-only', 'work');
    expect(await whoCan()).toEqual([maren, jonas]);
  });

  it('says what counts in the sandbox only', async () => {
    fixture.commit('Begin');
    fixture.git('checkout', '-q', '-b', 'work');
    change(`${spring}/blog.md`, (text) => `${text}\nMore.`);
    change('mergecast.yaml', (text) => text.replaceAll('ines.roth@northwind-bikes.example', 'dana@acme.example'));
    fixture.commit('Propose');
    const [proposed] = (await check([spring])).executions;
    fixture.git('checkout', '-q', 'main');
    approve('dana', proposed);
    const [approved] = (await check([spring])).executions;
    expect(approved?.approvals.counted).toEqual([]);
    expect(approved?.approvals.ignored).toEqual([{ who: 'dana', why: expect.stringMatching(/not signed.* In the sandbox it counts\.$/) }]); // prettier-ignore
  });
});

function approve(who: string, execution: { executionId: string; digest: string } | undefined): void {
  fixture.become(who);
  const trailers = `Approved-by: ${who} <${who}@acme.example>\nMergecast-Digest: ${execution?.executionId} ${execution?.digest}\nMergecast-Log-Head: none`;
  fixture.git('merge', '-q', '--no-ff', '-m', `Merge\n\n${trailers}`, 'work');
}
