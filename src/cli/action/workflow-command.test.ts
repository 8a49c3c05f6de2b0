import { describe, expect, it } from 'vitest';
import { annotationCommand, fileCommand } from './workflow-command.ts';

describe('what a runner reads', () => {
  it('stays one line, whatever a message holds', () => {
    const line = annotationCommand({
      path: 'executions/a,b:c/x\n::add-mask::y.md',
      line: 3,
      level: 'failure',
      title: 'content/a::b',
      message: '100%\r\n::set-output name=x::y\u202e',
    });
    expect(line.split('\n')).toHaveLength(1);
    expect(line).toMatch(/^::error file=executions\/a%2Cb%3Ac\/x%0A%3A%3Aadd-mask%3A%3Ay\.md,line=3,title=content\/a%3A%3Ab::100%25%0A::set-output/); // prettier-ignore
    expect(line).toContain('<U+202E>');
  });

  it('ends a value by a word that the value cannot know', () => {
    const words = ['guess', 'guess', 'other'];
    const text = fileCommand('verdict', 'pass\nend_guess\nNODE_OPTIONS=--require=x', () => words.shift() ?? '');
    expect(text).toBe('verdict<<end_other\npass\nend_guess\nNODE_OPTIONS=--require=x\nend_other\n');
  });
});
