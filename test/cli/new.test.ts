import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../src/cli/new/kinds.ts';
import { BrandRepository } from '../support/brand-repository.ts';

interface New {
  readonly version: number;
  readonly path: string;
  readonly id: string;
  readonly files: string[];
}
interface Checked {
  readonly verdict: string;
  readonly executions: { path: string; findings: { code: string; severity: string }[] }[];
}

let repository: BrandRepository;

// One repository for all: each test writes under names of its own, and the last ones take it apart.
beforeAll(async () => {
  repository = await BrandRepository.make();
}, 60_000);
afterAll(() => repository.remove());

const month = new Date().toISOString().slice(0, 7);
const manifestOf = ({ path }: New): string => repository.read(`${path}/execution.yaml`) ?? '';

describe('new', { timeout: 60_000 }, () => {
  it('writes every kind so that nothing of it is blocked', async () => {
    const made: New[] = [];
    for (const kind of Object.keys(kinds)) made.push(await repository.succeed<New>('new', kind));
    const checked = await repository.succeed<Checked>('check');
    expect(checked.executions.map(({ path }) => path).toSorted()).toEqual(made.map(({ path }) => path).toSorted());
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
    // What a template asks its author to write is never sent unnoticed.
    for (const { path, findings } of checked.executions)
      expect(
        findings.map(({ code }) => code),
        path,
      ).toContain('content/template-text');
    for (const one of made) {
      expect(one.files).toContain(`${one.path}/execution.yaml`);
      for (const file of one.files) expect(repository.read(file)).not.toBeNull();
      expect(manifestOf(one)).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/\.\.\/schemas\/execution/);
    }
  });

  it('keeps words with every sign as the title', async () => {
    const name = 'Löwe & "Söhne": 50% off!';
    const made = await repository.succeed<New>('new', 'launch', '--name', name);
    expect(made.path).toBe(`executions/acme/${month}/loewe-soehne-50-off`);
    const { effects } = await repository.succeed<{ effects: object }>('plan', made.path);
    expect(JSON.stringify(effects)).toContain(JSON.stringify(name).slice(1, -1));
  });

  it('puts a scheduled one into its month, in the zone of the brand', async () => {
    const made = await repository.succeed<New>('new', 'chat', '--at', '2027-03-02 09:00');
    expect(made.path).toBe('executions/acme/2027-03/chat');
    expect(manifestOf(made)).toContain('schedule: { at: 2027-03-02T09:00, timezone: Europe/Berlin, tolerance: PT2H }');
  });

  it('never overwrites: a name that is taken is refused, a usual one is counted up', async () => {
    const made = await repository.succeed<New>('new', 'blog', '--name', 'news');
    repository.write(`${made.path}/blog.md`, 'Mine\n');
    expect(await repository.refusals('new', 'blog', '--name', 'News')).toEqual(['command/exists']);
    expect(repository.read(`${made.path}/blog.md`)).toBe('Mine\n');
    expect((await repository.succeed<New>('new', 'blog')).path).toMatch(/\/blog-2$/);
    expect((await repository.succeed<New>('new', 'blog')).path).toMatch(/\/blog-3$/);
  });

  it('copies an older one under a new id, without its time and without what belongs to its run', async () => {
    const old = await repository.succeed<New>('new', 'launch', '--name', 'Spring', '--at', '2027-03-02T09:00');
    repository.replace(`${old.path}/execution.yaml`, 'generation: 1', 'generation: 3');
    repository.replace(`${old.path}/execution.yaml`, /^on-failure/m, 'proposed-by: agent\non-failure');
    repository.write(`${old.path}/blog.md`, 'The text of spring\n');
    repository.write(`${old.path}/result.json`, '{}');
    const copy = await repository.succeed<New>('new', '--from', `${old.path}/blog.md`, '--name', 'Summer');
    const text = manifestOf(copy);
    expect(text).toMatch(new RegExp(`^id: ${copy.id}$`, 'm'));
    expect(text).toMatch(/^generation: 1$/m);
    expect(text).toMatch(/^ +slug: summer /m);
    expect(text).not.toMatch(/^(schedule|proposed-by):/m);
    expect(text).toContain(`# Copied from ${old.path}, without its schedule.`);
    expect(copy.files).not.toContain(`${copy.path}/result.json`);
    expect(repository.read(`${copy.path}/blog.md`)).toBe('The text of spring\n');
    expect(await repository.succeed('check', copy.path)).toMatchObject({ verdict: 'pass' });
    const second = await repository.succeed<New>('new', '--from', copy.path, '--at', '2027-07-01T09:00');
    expect(manifestOf(second).match(/^(# )?schedule:.*$/gm)).toHaveLength(1);
  });

  it('says which connection is missing', async () => {
    const before = repository.read('brands/acme/connections.yaml') ?? '';
    repository.replace('brands/acme/connections.yaml', /^ {2}ads:[\s\S]*/m, '');
    expect(await repository.refusals('new', 'ads')).toEqual(['command/no-connection']);
    repository.write('brands/acme/connections.yaml', before);
  });

  it.each([
    { words: ['new', 'blgo'], says: 'Did you mean blog?' },
    { words: ['new'], says: 'missing argument KIND' },
    { words: ['new', 'blog', '--at', '2027-02-30T09:00'], says: 'such as 2027-03-02T09:00' },
    { words: ['new', 'blog', '--at', '2027-03-02T09:00Z'], says: "brand's time zone" },
    { words: ['new', 'blog', '--naem', 'x'], says: 'Did you mean --name?' },
  ])('$words is wrong usage: $says', async ({ words, says }) => {
    const done = await repository.run(words);
    expect(done).toMatchObject({ code: 2, stdout: '' });
    expect(done.stderr).toContain(says);
  });

  it('asks which brand, and names those that there are', async () => {
    await repository.succeed('init', '--brand', 'other');
    expect(await repository.refusals('new', 'blog')).toEqual(['command/no-brand']);
    expect(await repository.refusals('new', 'blog', '--brand', 'acmee')).toEqual(['command/unknown-choice']);
    const wrong = await repository.run(['new', 'blog', '--brand', 'acmee']);
    expect(wrong.stderr).toContain('Did you mean "acme"?');
    expect((await repository.succeed<New>('new', 'blog', '--brand', 'other')).path).toContain('executions/other/');
  });

  it('names what it does not find', async () => {
    expect(await repository.refusals('new', '--from', 'executions/acme/nothing')).toEqual(['command/not-found']);
    expect(await repository.refusals('new', '--from', 'brands/acme', '--brand', 'acme')).toEqual([
      'command/no-execution',
    ]);
    repository.git('rm', '-q', 'mergecast.yaml');
    expect(await repository.refusals('new', 'blog')).toEqual(['command/not-set-up']);
    const outside = await repository.run(['new', 'blog', '--repo', repository.root]);
    expect(outside).toMatchObject({ code: 1, stdout: '' });
    expect(outside.stderr).toContain('git/no-repository');
  });
});
