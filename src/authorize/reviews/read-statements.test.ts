import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatements } from './read-statements.ts';

const digest = `mc1:sha256:${'a'.repeat(64)}`;

describe('what a review states', () => {
  it('is read line by line, as people write on a phone', () => {
    const body = `Looks good to me!\r\n- **Spend:** 12500.00 EUR\r\n* over by: \`2500.00 EUR\`\nANSWER claim: yes, study 4\nClient: Jo Doe, by e-mail of 3 March\nDigest: ${digest}`;
    expect(readStatements(body)).toEqual({
      spend: '12500.00 EUR',
      overage: '2500.00 EUR',
      answers: { claim: 'yes, study 4' },
      client: 'Jo Doe, by e-mail of 3 March',
      digests: [digest],
    });
  });

  it.each([
    ['a quotation', '> Spend: 1.00 EUR'],
    ['code', '```\nSpend: 1.00 EUR\n```'],
    ['what nobody sees', '<!--\nSpend: 1.00 EUR\n-->'],
    ['what nobody sees, to the end', 'x <!-- \nSpend: 1.00 EUR'],
    ['the middle of a line', 'I would say Spend: 1.00 EUR'],
    ['a word without a value', 'Spend:'],
    ['another word', 'Spending: 1.00 EUR'],
  ])('is not in %s', (_case, body) => {
    expect(readStatements(body)).toEqual({ digests: [], answers: {} });
  });

  it('is nothing where it is stated in two ways, and says so; the same twice is fine', () => {
    expect(readStatements('Spend: 1.00 EUR\nSpend: 2.00 EUR\nAnswer a: yes\nAnswer a: no')).toEqual({
      digests: [],
      answers: {},
      unclear: ['Spend', 'Answer a'],
    });
    expect(readStatements('Spend: 1.00 EUR\n**Spend: 1.00 EUR**').spend).toBe('1.00 EUR');
  });

  it('may name the digests of several executions, and no half ones', () => {
    const other = digest.replace('a'.repeat(64), 'b'.repeat(64));
    expect(readStatements(`Digest: ${digest}\nDigest: ${other}\nDigest: ${digest.slice(0, -1)}`).digests).toEqual([
      digest,
      other,
    ]);
  });

  it('never fails, and never finds in any text what is quoted in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const quoted = text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n');
        expect(readStatements(quoted.replaceAll('\r', ''))).toEqual({ digests: [], answers: {} });
      }),
    );
  });
});
