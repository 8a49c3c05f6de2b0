import { describe, expect, it } from 'vitest';
import { memoryTree, type MemoryFile } from '../../test/support/memory-tree.ts';
import { seenIn } from '../../test/support/execution-files.ts';
import { loadBrand, loadPolicy } from './index.ts';

const files: Record<string, MemoryFile> = {
  'brands/acme/profile.yaml': 'brand_name: Acme\ntarget_markets: [CA]\ngoals:\n  budget_range: $5,000-$10,000/month\n',
  'brands/acme/connections.yaml':
    'version: 1\nconnections:\n  main-site:\n    platform: wordpress\n    base-url: https://acme.example\n    secrets: { user: ACME_USER, password: ACME_PASSWORD }\n',
  'brands/acme/evidence/opt-in.yaml': 'version: 1\nkind: consent\nsource: form\ndate: "2026-01-01"\nlist: news\n',
  'brands/acme/campaigns/spring.yaml': 'name: Spring\n',
  'brands/acme/guidelines/voice.md': '# Voice\n',
  'brands/other/profile.yaml': 'brand_name: Other\n',
};

const load = (changes: Record<string, MemoryFile | null> = {}, slug = 'acme') => {
  const all = Object.entries({ ...files, ...changes }).flatMap(([path, file]) =>
    file === null ? [] : [[path, file] as const],
  );
  return loadBrand(memoryTree(Object.fromEntries(all)), slug);
};

/** As the original system writes it. */
const original = JSON.stringify(
  {
    brand_name: 'Acme',
    industry: { primary: 'retail', regulated: false, regulation_codes: [] },
    target_markets: ['US'],
    brand_voice: {
      formality: 5,
      energy: 6,
      humor: 3,
      authority: 7,
      avoid_words: [],
      prefer_words: [],
      this_not_that: [],
    },
    goals: { budget_range: '$5,000-$10,000/month', primary_goal: 'awareness' },
    competitors: [{ name: 'Rival' }],
  },
  null,
  '\t',
);

describe('a brand', () => {
  it('is everything in its folder', async () => {
    const brand = await load();
    if (!brand.ok) throw new Error(JSON.stringify(brand.error));
    const { ceiling, evidence, campaigns, closure, connections, findings } = brand.value;
    expect(ceiling).toEqual({ minor: 1_000_000, currency: 'CAD' });
    expect(evidence.get('opt-in')).toMatchObject({
      evidence: { list: 'news' },
      file: 'brands/acme/evidence/opt-in.yaml',
    });
    expect([...campaigns]).toEqual(['spring']);
    expect(connections['main-site']?.platform).toBe('wordpress');
    expect(closure).toHaveLength(5);
    expect(findings).toEqual([]);
    expect(brand.value.connectionPlace('main-site', '/base-url')).toMatchObject({ line: 5, column: 15 });
    expect(brand.value.profilePlace('/goals/budget_range')).toMatchObject({ line: 4, column: 17 });
  });

  it('is taken over unchanged from the original system', async () => {
    const brand = await load({ 'brands/acme/profile.yaml': null, 'brands/acme/profile.json': original });
    expect(seenIn(brand)).toEqual([]);
    expect(brand.ok && brand.value.ceiling).toEqual({ minor: 1_000_000, currency: 'USD' });
  });

  it.each<[string, Record<string, MemoryFile | null>, readonly string[]]>([
    ['two profiles', { 'brands/acme/profile.json': original }, ['brand/two-profiles brands/acme/profile.json']],
    ['no profile', { 'brands/acme/profile.yaml': null }, ['brand/no-profile brands/acme/profile.yaml']],
    [
      'a budget in two currencies',
      { 'brands/acme/profile.yaml': 'brand_name: Acme\ngoals: { budget_range: "5000" }\n' },
      ['brand/ambiguous-budget brands/acme/profile.yaml:2:24'],
    ],
    [
      'mistakes in several files',
      {
        'brands/acme/connections.yaml': 'version: 1\nconections: {}\n',
        'brands/acme/evidence/opt-in.yaml': 'version: 1\nkind: consents\nsource: form\ndate: "2026-01-01"\n',
      },
      [
        'schema/missing-key brands/acme/connections.yaml:1:1',
        'schema/unknown-key brands/acme/connections.yaml:2:1',
        'schema/unknown-choice brands/acme/evidence/opt-in.yaml:2:7',
      ],
    ],
    ['a campaign twice', { 'brands/acme/campaigns/spring.json': '{"name":"Spring"}' }, ['brand/same-name brands/acme/campaigns/spring.yaml']],
    ['a link', { 'brands/acme/evidence/x.yaml': { symlink: '/etc/passwd' } }, ['path/symlink brands/acme/evidence/x.yaml']],
    ['__proto__', { 'brands/acme/evidence/opt-in.yaml': 'version: 1\nkind: consent\nsource: form\ndate: "2026-01-01"\n__proto__: {}\n' }, ['yaml/forbidden-key brands/acme/evidence/opt-in.yaml:5:1']],
    ['attributes', { 'brands/.gitattributes': '' }, ['path/attributes-file brands/.gitattributes']],
    ['hidden profiles', { '.gitattributes': 'brands/** linguist-generated=true' }, ['path/git-attributes .gitattributes:1:1']],
  ])('is refused for %s', async (_what, changes, seen) => {
    const brand = await load(changes);
    expect(brand.ok).toBe(false);
    expect(seenIn(brand)).toEqual(seen);
  }); // prettier-ignore

  it('warns of what is not read, and of odd campaigns', async () => {
    const brand = await load({
      'brands/acme/evidence/a.yml': 'x',
      'brands/acme/campaigns/summer.json': '{"title":"Summer"}',
    });
    expect(brand.ok).toBe(true);
    expect(seenIn(brand)).toEqual([
      'brand/ignored-file brands/acme/evidence/a.yml',
      'schema/missing-key brands/acme/campaigns/summer.json:1:1',
    ]);
  });

  it('suggests the brand that was meant', async () => {
    const [problem] = await load({}, 'acne').then((brand) => (brand.ok ? [] : brand.error));
    expect(problem).toMatchObject({ code: 'brand/unknown', hint: 'Did you mean "acme"? Known: acme, other.' });
    expect(seenIn(await load({}, '../acme'))).toEqual(['brand/unknown']);
  });
});

describe('a policy', () => {
  it('says what is missing', async () => {
    expect(seenIn((await loadPolicy(memoryTree({}))) as never)).toEqual(['path/no-policy mergecast.yaml']);
    expect(seenIn((await loadPolicy(memoryTree({ 'mergecast.yaml': 'version: 1\n' }))) as never)).toContain(
      'schema/missing-key mergecast.yaml:1:1',
    );
  });
});
