import { describe, expect, it } from 'vitest';
import { checkExecutions, type CheckInput } from '../../src/check/index.ts';
import { finding } from '../../src/core/finding.ts';
import { failure, success } from '../../src/core/result.ts';
import { actions, connectors, rules, scorers } from '../../src/generated/registry.ts';
import { memoryTree, type MemoryFile } from '../support/memory-tree.ts';
import { changed, sampleFiles } from '../support/sample-files.ts';

const samples = sampleFiles();
const spring = 'executions/northwind-bikes/2027-03/spring-is-here';
const consent = 'brands/northwind-bikes/evidence/newsletter-double-opt-in.yaml';
type Changes = Parameters<typeof changed>[1];

/** Checks the samples with some changes; the base has them as they are, unless `base` changes it too. */
async function check(changes: Changes = {}, more: Partial<CheckInput> & { base?: Changes } = {}) {
  const { base, ...input } = more;
  const files = changed(samples, changes);
  return checkExecutions({
    tree: memoryTree(files),
    control: memoryTree(base === undefined ? files : changed(samples, base)),
    folders: foldersOf(files),
    registry: { connectors, actions, rules, scorers },
    now: new Date('2026-11-25T12:00:00Z'),
    ...input,
  });
}

function foldersOf(files: Readonly<Record<string, MemoryFile>>): string[] {
  return Object.keys(files).flatMap((path) => (path.endsWith('/execution.yaml') ? [path.slice(0, -15)] : []));
}

/** One folder alone, unless others are named. */
async function of(folder: string, changes: Changes = {}, more: NonNullable<Parameters<typeof check>[1]> = {}) {
  const report = await check(changes, { folders: [folder], ...more });
  const found = report.executions.find(({ path }) => path === folder);
  if (found === undefined) throw new Error(`${folder} is missing from the report`);
  return { ...found, verdict: report.verdict, codes: found.findings.map(({ code }) => code) };
}

describe('checkExecutions', () => {
  it('passes the samples, and knows them whole', async () => {
    const report = await check();
    expect(report.executions.flatMap(({ findings }) => findings)).toEqual([]);
    expect(report).toMatchObject({ verdict: 'pass', findings: [] });
    expect(report.executions).toHaveLength(8);
    for (const one of report.executions) {
      expect(one.digest).toMatch(/^mc1:sha256:[0-9a-f]{64}$/);
      expect(one.executionId).toMatch(/^[0-9a-f]{64}$/);
      expect(one.passed).toBeGreaterThanOrEqual(10);
    }
  });

  it('shows everything that is wrong at once, also what cannot be loaded', async () => {
    const report = await check({
      [`${spring}/email.md`]: (text) => text.replaceAll(/.*unsubscribe.*/g, ''),
      [`${spring}/execution.yaml`]: (text) => text.replace('campaign: spring-2027', 'campaign: sprng-2027'),
      'executions/northwind-bikes/2027-04/commuter-ads/execution.yaml': 'version: 1\nid: &a x\n',
      'executions/northwind-bikes/2027-01/winter-service-guide/execution.yaml': (text) => text.replace('main-site', 'man-site'), // prettier-ignore
    });
    const codes = Object.fromEntries(report.executions.map((one) => [one.path.split('/').at(-1), one.findings.map(({ code }) => code)])); // prettier-ignore
    expect(codes['spring-is-here']).toEqual(['legal/unsubscribe-link', 'plan/unknown-campaign']);
    expect(codes['winter-service-guide']).toEqual(['plan/unknown-connection']);
    expect(codes['opening-hours']).toEqual([]);
    expect(report.executions.find(({ path }) => path.endsWith('commuter-ads'))).toMatchObject({
      id: null,
      executionId: null,
      digest: null,
      plan: null,
      findings: expect.arrayContaining([expect.objectContaining({ severity: 'block' })]),
    });
    expect(report.verdict).toBe('block');
  });

  it('points to the text, its line and what to write', async () => {
    const { findings } = await of(spring, {
      [`${spring}/email.md`]: (text) => text.replaceAll(/.*unsubscribe.*/g, ''),
    });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'legal/unsubscribe-link',
        severity: 'block',
        file: `${spring}/email.md`,
        line: expect.any(Number),
        hint: expect.stringContaining('{{{unsubscribe}}}'),
      }),
    ]);
  });

  it('needs a policy, and blocks without one', async () => {
    const report = await check({ 'mergecast.yaml': null });
    expect(report.verdict).toBe('block');
    expect(report.findings).toHaveLength(1);
    expect(report.executions.map(({ digest }) => digest)).toEqual(Array.from({ length: 8 }, () => null));
  });

  it('gives the same digest for CRLF, a byte order mark and other names of folders', async () => {
    const { digest } = await of(spring);
    const asOnWindows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const again = await of(spring, { [`${spring}/email.md`]: asOnWindows, [`${spring}/execution.yaml`]: asOnWindows });
    expect(again.digest).toBe(digest);
    const other = await of(spring, { [`${spring}/email.md`]: (text) => text.replace('bikes', 'Bikes') });
    expect(other.digest).not.toBe(digest);
  });
});

describe('what decides', () => {
  const policy = 'mergecast.yaml';
  it('is the base, and what changes it may not come with an execution', async () => {
    const widened = { [policy]: (text: string) => text.replace('audience-max: 100000', 'audience-max: 1000') };
    const changedPaths = [policy, `${spring}/email.md`];
    const report = await check(widened, { base: {}, changedPaths });
    expect(report.findings.map(({ code }) => code)).toEqual(['control-plane/mixed']);
    expect(report.verdict).toBe('block');
    // Nothing of the proposal's policy counts.
    expect(report.executions.flatMap(({ findings }) => findings)).toEqual([]);
    expect((await check(widened)).executions.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain('consent/audience-max'); // prettier-ignore
    expect((await check(widened, { base: {}, changedPaths: [policy] })).findings).toEqual([]);
    expect((await check({}, { base: {}, changedPaths: [`${spring}/email.md`] })).findings).toEqual([]);
  });

  it.each([
    'brands/northwind-bikes/connections.yaml',
    'brands/northwind-bikes/profile.yaml',
    'brands/northwind-bikes/guidelines/voice.md',
    '.github/workflows/ci.yml',
    '.mergecast/allowed_signers',
    'package-lock.json',
    `${spring}/.gitattributes`,
    'CODEOWNERS',
    '.mailmap',
  ])('includes %s', async (path) => {
    const report = await check({}, { base: {}, changedPaths: [path, `${spring}/blog.md`] });
    expect(report.findings.map(({ code }) => code)).toEqual(['control-plane/mixed']);
  });

  it('counts a record that the proposal brings, and says that it is new', async () => {
    const { codes, verdict } = await of(spring, {}, { base: { [consent]: null }, changedPaths: [consent, `${spring}/email.md`] }); // prettier-ignore
    expect(codes).toEqual(['evidence/new']);
    expect(verdict).toBe('pass');
    // Without the proposal bringing it, it would not be there.
    expect((await of(spring, {}, { base: { [consent]: null } })).codes).toEqual(['evidence/unknown']);
  });

  it('does not count what the proposal changes in a record', async () => {
    const grown = {
      [`${spring}/execution.yaml`]: (text: string) => text.replace('size: 12400', 'size: 20000'),
      [consent]: (text: string) => text.replace('size: 12400', 'size: 20000'),
    };
    const { codes } = await of(spring, grown, { base: {}, changedPaths: [consent, `${spring}/execution.yaml`] });
    expect(codes).toEqual(['consent/size-moved', 'evidence/changed']);
  });

  it('says what is wrong with a new record', async () => {
    const { codes } = await of(spring, { [consent]: 'version: 1\nkind: nonsense\n' }, { base: { [consent]: null }, changedPaths: [consent] }); // prettier-ignore
    expect(codes).toContain('evidence/unknown');
    expect(codes.length).toBeGreaterThan(1);
  });
});

describe('readability', () => {
  const limit = (rest: string) => ({ 'mergecast.yaml': (text: string) => `${text}\nthresholds:\n  readability: { grade-max: 3${rest} }\n` }); // prettier-ignore
  it('is held against the policy, with file, line and evidence', async () => {
    const { findings, verdict } = await of(spring, limit(''));
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'score/readability',
        severity: 'warn',
        file: `${spring}/blog.md`,
        evidence: expect.stringContaining('longest sentence'),
      }),
    ]);
    const lines = String(samples[`${spring}/blog.md`]).split('\n');
    expect(lines[(findings[0]?.line ?? 0) - 1]).toContain('If we cannot, we take it apart');
    expect(verdict).toBe('pass');
  });

  it('blocks where the policy says so, and a brand may only be stricter', async () => {
    expect(await of(spring, limit(', severity: block'))).toMatchObject({ verdict: 'block' });
    const brand = (grade: number) => ({
      'brands/northwind-bikes/profile.yaml': (text: string) => `${text}\nreadability: { grade_max: ${grade} }\n`,
    });
    expect((await of(spring, brand(3))).codes).toEqual(['score/readability']);
    expect((await of(spring, { ...limit(''), ...brand(12) })).codes).toEqual(['score/readability']);
  });
});

describe('neighbours', () => {
  const copy = 'executions/northwind-bikes/2027-03/copy';
  const guide = 'executions/northwind-bikes/2027-01/winter-service-guide';
  const hours = 'executions/northwind-bikes/2027-03/opening-hours';
  const both = { folders: [copy, hours] };
  it('names both folders of an id that is used twice, checked or not', async () => {
    const manifest = String(samples[`${hours}/execution.yaml`]);
    const files = { [`${copy}/execution.yaml`]: manifest, [`${copy}/hours.md`]: 'Open.' };
    expect((await of(copy, files, both)).codes).toContain('manifest/duplicate-id');
    expect((await of(hours, files, both)).codes).toContain('manifest/duplicate-id');
    const alone = await of(copy, files, { folders: [copy], foldersNaming: async () => [copy, hours, guide] }); // prettier-ignore
    expect(alone.findings.find(({ code }) => code === 'manifest/duplicate-id')?.message).toMatch(/opening-hours\.$/);
  });

  it('warns of two that write the same address', async () => {
    const report = await check({
      [`${guide}/execution.yaml`]: (text) => text.replace('slug: five-things-to-check-before-spring', 'slug: spring-is-here'), // prettier-ignore
    });
    const conflicts = report.executions.filter(({ findings }) => findings.some(({ code }) => code === 'plan/conflict'));
    expect(conflicts.map(({ path }) => path).toSorted()).toEqual([guide, spring]);
    expect(report.verdict).toBe('pass');
  });
});

describe('what ran', () => {
  const reserved = async () => success([]);
  const ran = (answer: object) => ({ memory: { reserved, ran: async () => success({ brand: 'northwind-bikes', digest: '', isSameFolder: false, ...answer }) } }); // prettier-ignore
  it('is refused with other content', async () => {
    expect((await of(spring, {}, ran({ digest: 'mc1:sha256:other' }))).codes).toEqual(['execution/already-ran']);
    const { digest } = await of(spring);
    expect((await of(spring, {}, ran({ digest }))).codes).toEqual([]);
  });

  it('is left alone where the folder is as it was, whatever changed around it', async () => {
    const without = { 'brands/northwind-bikes/connections.yaml': (text: string) => text.replace('ads:', 'adds:') };
    expect((await of(spring, without)).verdict).toBe('block');
    const report = await of(spring, without, { ...ran({ digest: 'mc1:sha256:as-it-ran', isSameFolder: true }), folders: [spring] }); // prettier-ignore
    expect(report).toMatchObject({ verdict: 'pass', codes: [], finished: true, digest: 'mc1:sha256:as-it-ran' });
  });

  it('blocks where it cannot be known', async () => {
    const unreadable = failure([finding('journal/log-unreadable', { path: 'logs/x', commit: 'abc' })]);
    const { codes, verdict } = await of(spring, {}, { memory: { reserved, ran: async () => unreadable } });
    expect([codes, verdict]).toEqual([['journal/log-unreadable'], 'block']);
    const noLedger = { memory: { ran: async () => success(null), reserved: async () => unreadable } };
    expect(await of(spring, {}, noLedger)).toMatchObject({ verdict: 'block' });
  });

  it('counts what others have reserved', async () => {
    const memory = { ran: async () => success(null), reserved: async () => success([{ minor: 480_000, currency: 'EUR' }]) }; // prettier-ignore
    expect((await of(spring, {}, { memory })).codes).toEqual(['budget/over-ceiling']);
  });
});

it('shows approvals as they are judged; missing ones never block', async () => {
  const view = {
    counted: [],
    ignored: [{ who: 'dana', why: 'wrote it' }],
    missing: [{ rule: 'Brand', whoCan: ['ines'] }],
  };
  const report = await check({}, { approvalsOf: async () => view });
  expect(report.verdict).toBe('pass');
  expect(report.executions.map(({ approvals }) => approvals)).toEqual(Array.from({ length: 8 }, () => view));
});
