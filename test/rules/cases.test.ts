import { describe, expect, it } from 'vitest';
import type { Rule, RuleCase } from '../../src/core/rule.ts';
import { rules } from '../../src/generated/registry.ts';
import type { Step } from '../../src/generated/types/plan.ts';

const loaded: readonly [string, Rule][] = await Promise.all(
  Object.entries(rules).map(async ([id, load]): Promise<[string, Rule]> => [id, await load()]),
);
const step: Step = {
  id: 'step',
  uses: 'acme/send',
  version: 1,
  needs: [],
  connection: { name: 'c', platform: 'acme', account: '', origin: 'https://acme.example', secrets: {}, settings: {}, test: false }, // prettier-ignore
  operations: [],
  outputs: {},
  fees: [],
  reversibility: 'none',
  'undo-in-words': '',
};

function judge(rule: Rule, { texts }: Pick<RuleCase, 'texts'>) {
  const place = { file: 'executions/acme/2027-03/spring/email.md', line: 3, column: 1 };
  const channel = rule.channels[0] ?? 'email';
  const profile = { brand_name: 'Acme' };
  return [...rule.check({ step, channel, markets: ['DE'], profile, texts, place, laws: rule.laws })];
}

describe.each(loaded)('rule %s', (id, rule) => {
  it('is called as its file', () => expect(rule.id).toBe(id));

  it.each(rule.cases.map((one): [string, RuleCase] => [one.name, one]))('%s', (_name, one) => {
    const found = judge(rule, one);
    expect(found).toHaveLength(one.findings);
    for (const { file, line, severity, hint } of found) {
      expect([file, line, severity]).toEqual(['executions/acme/2027-03/spring/email.md', 3, rule.severity]);
      expect(hint).not.toBe('');
    }
  });

  it('has cases of both kinds, a law, and a place where its source was read', () => {
    expect(rule.cases.some(({ findings }) => findings === 0)).toBe(true);
    expect(rule.cases.some(({ findings }) => findings > 0)).toBe(true);
    expect(rule.laws.length).toBeGreaterThan(0);
    for (const { citation, readOn, markets } of rule.laws)
      expect([citation !== '', /^\d{4}-\d{2}-\d{2}$/.test(readOn), markets.length > 0]).toEqual([true, true, true]);
  });

  it('is fast on hostile text', () => {
    const start = performance.now();
    for (const text of ['<a href="'.repeat(20_000), '['.repeat(100_000), 'a '.repeat(100_000), '{{'.repeat(50_000)])
      judge(rule, { texts: [text] });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

it('there are rules', () => expect(loaded.length).toBeGreaterThan(0));
