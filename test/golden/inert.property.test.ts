import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/report/columns.ts';
import { checklistMarkdown, checklistText } from '../../src/report/checklist/index.ts';
import { revealHidden } from '../../src/report/reveal-hidden.ts';
import { checked, plan, report, step } from './report-for-test.ts';

// As forges render: HTML passes, addresses become links. Words such as acme.com become none there.
const forge = new MarkdownIt({ html: true, linkify: true, breaks: true });
forge.linkify.set({ fuzzyLink: false });

const pieces = [
  '@octocat', '@acme/legal', 'tom@acme.example', '#12', 'acme/site#3', 'GH-4', '!5', '```', '~~~', '`', '``', '    ', '\t', '\n', '\r\n', '\n\n',
  '</details>', '<details>', '<summary>', '</sub>', '<!-- mergecast v1 g1 -->', '<img src="https://x.example/a.png">', '<script>', '&lt;', '&#64;', '&',
  '![a](https://x.example/a.png)', '[a](https://x.example)', '[a]: https://x.example', '<https://x.example>', 'https://x.example/a_b', 'www.x.example',
  'mailto:tom@x.example', '# ', '- ', '* ', '+ ', '1. ', '1) ', '> ', '> [!NOTE]', '---', '===', '|', '| a |\n|---|', '**', '__', '_', '*', '~~', '\\', '$', '[^1]', '[x]',
  ':tada:', '9f3c1d2e4b5a', 'é', 'שלום', 'مرحبا', '\u202E', '\u200B', '\u0000', '\u001B[31m', '\uD800', '👩‍👩‍👧‍👦', 'word', ' ', '.', 'x'.repeat(90),
]; // prettier-ignore
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('')); // prettier-ignore

function reportOf(text: string) {
  const words = { title: 'Post', words: `Post "${text}"`, undo: text, text };
  const finding = { code: 'text/x', severity: 'block' as const, message: text, hint: text };
  const summary = { summary: text, 'risk-reasons': [text] };
  return report([
    checked(plan([step('blog', words, { reversibility: 'none' })], undefined, summary), {
      findings: [finding, { ...finding, severity: 'warn' }, { ...finding, severity: 'suggest' }],
      proposedBy: text,
      approvals: { missing: [{ rule: text, whoCan: [text] }], counted: [{ who: text, trust: 'signed' }], ignored: [{ who: text, why: text }] },
    }),
  ], { notes: [text] }); // prettier-ignore
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

function textOf(html: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replace(/<[^>]*>/g, ' ').replace(/&(lt|gt|quot|amp);/g, (_, name: string) => named[name] ?? '');
}

const bare = (text: string): string => text.replace(/[\u200B\u2068\u2069]/g, '').replace(/\s+/g, '');

describe('whatever somebody writes', () => {
  it('has no effect in a comment', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = forge.render(checklistMarkdown(reportOf(text)));
        expect(html.match(/<(img|a|script|pre|table|h1|h2|hr|input|form|iframe|s)\b[^>]*>/g)).toBeNull();
        expect(count(html, /<h3>/g)).toBe(1);
        expect(count(html, /<!--/g)).toBe(1);
        expect(count(html, /<details>/g)).toBe(3);
        expect(count(html, /<\/details>/g)).toBe(3);
        // The caution, and the text of the step.
        expect(count(html, /<blockquote>/g)).toBe(2);
        // Forges leave alone what stands in code.
        expect(textOf(html.replace(/<code>[^<]*<\/code>/g, ''))).not.toMatch(/@\w|#\d|!\d|:\/\/|\bwww\.|\bGH-\d|:tada:|\b9f3c1d2e4b5a\b/);
      }),
      { numRuns: 150 },
    );
  });

  it('is shown as it was written', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = forge.render(checklistMarkdown(reportOf(text)));
        const [, shown = ''] = /<b>Post<\/b>.*?<\/summary>(.*?)<\/details>/s.exec(html) ?? [];
        expect(bare(textOf(shown))).toBe(bare(revealHidden(text)));
      }),
      { numRuns: 150 },
    );
  });

  it('neither steers a terminal nor leaves its 80 columns', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = checklistText(reportOf(text), { colour: false });
        // eslint-disable-next-line no-control-regex
        expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
        const wide = shown.split('\n').filter((line) => columnsOf(line) > 80 && !line.includes('://'));
        expect(wide).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a comment stays shorter than forges allow', () => {
  it.each([
    ['a long text', report([checked(plan([step('blog', { title: 'Post', words: 'Post', undo: 'No.', text: 'Word @a. '.repeat(20_000) })]))])],
    ['hostile words everywhere', reportOf('@<#!'.repeat(5000))],
    ['many executions', report(Array.from({ length: 200 }, () => reportOf('@<#!'.repeat(200)).executions[0]!))],
    ['many steps', report([checked(plan(Array.from({ length: 300 }, (_, index) => step(`s${index}`, { title: '@<', words: '@<'.repeat(400), undo: '@<'.repeat(400), text: '@<'.repeat(400) }))))])],
    ['many problems', report([checked(null, { findings: Array.from({ length: 900 }, () => ({ code: 'x/y', severity: 'block' as const, message: '<'.repeat(900), hint: '<'.repeat(900) })) })])],
  ])('%s', (_, input) => {
    const shown = checklistMarkdown(input);
    expect(shown.length).toBeLessThan(65_536);
    expect(shown).toMatch(/^<!-- mergecast v1 g1 -->\n### /);
    expect(count(shown, /<details>/g)).toBe(count(shown, /<\/details>/g));
    expect(shown).toMatch(/shows all|Only the beginning/);
  }); // prettier-ignore

  it('shortens texts before it drops anything else', () => {
    const long = report([checked(plan([step('blog', { title: 'Post', words: 'Post', undo: 'No.', text: 'Word. '.repeat(20_000) })]))]); // prettier-ignore
    const shown = checklistMarkdown(long);
    expect(shown).toContain('(20,000 words)');
    expect(shown).toContain('Only the beginning is shown here.');
    expect(shown).toContain('If something goes wrong');
  });
});
