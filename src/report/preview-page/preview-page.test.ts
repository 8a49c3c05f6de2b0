import { describe, expect, it } from 'vitest';
import { plan, step } from '../../../test/golden/report-for-test.ts';
import { email } from '../../../test/golden/steps-for-test.ts';
import { previewPage } from './preview-page.ts';
import { readLetterHead } from './read-letter-head.ts';

const hostile = '"><script>alert(1)</script><img src="https://tracker.example/a.png">\u202E';
const shown = { ...email.previews[0]!, html: `<p>Hello</p>${hostile}<iframe src="https://x.example"></iframe>` };
const post = step('blog', { title: hostile, words: hostile, undo: hostile, text: hostile });
const withMedia = { method: 'POST' as const, path: '/media', media: { sha256: 'aa', bytes: 1, type: 'image/png' } };
post.step.operations.push({
  id: 'upload', kind: 'upload', phase: 'prepare', effect: 'inert', needs: [], provider: { class: 'P' }, request: withMedia, undo: [],
}); // prettier-ignore
const pictures = new Map([['aa', { address: 'data:image/png;base64,AA==', alternative: hostile }]]);

const page = previewPage({
  plan: plan([post, { ...email, previews: [shown] }], undefined, { summary: hostile }),
  brand: hostile,
  pictures,
});

/** The page as a browser reads it, without what stands in attributes of frames. */
const outside = page.replace(/srcdoc="[^"]*"/g, '');

describe('a page of what people will see', () => {
  it('runs nothing and loads nothing', () => {
    expect(outside.match(/<(script|link|object|embed|form|base)\b/g)).toBeNull();
    expect([...outside.matchAll(/<img src="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'data:image/png;base64,AA==',
    ]);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
  });

  it('gives previews no permission at all', () => {
    const frames = outside.match(/<iframe[^>]*>/g) ?? [];
    expect(frames).toHaveLength(1);
    expect(frames[0]).toMatch(/^<iframe sandbox="" title="Email" height="\d+" >$/);
    // One attribute: nothing of the preview stands outside it.
    expect(/srcdoc="([^"]*)"/.exec(page)?.[1]).toContain('&lt;script&gt;alert(1)');
  });

  it('shows an e-mail as it lies in an inbox', () => {
    expect(outside).toContain('<span class="subject">Spring is here</span><span class="line">Three new bikes</span>');
    expect(outside).toContain('Cannot be taken back:</strong> 2 (Email).');
  });

  it('shows hidden characters by their number', () => {
    expect(outside).not.toContain('\u202E');
    expect(outside).toContain('&lt;U+202E&gt;');
  });
});

it('knows e-mails by their subject, and helps itself where a line is missing', () => {
  expect(readLetterHead('Subject: Hi\n\nHello you\n\nmore', 'Acme')).toEqual({ from: 'Acme', subject: 'Hi', line: 'Hello you' }); // prettier-ignore
  expect(readLetterHead('Spring is here\n\nSubject: to change', 'Acme')).toBeNull();
});
