import { step, type StepForTest } from './report-for-test.ts';

/** The post of the example in the design. */
export const blog: StepForTest = step('blog', {
  title: 'Blog post',
  words: 'Blog post "Spring is here" on acme.example',
  undo: 'Can be unpublished.',
  text: 'Spring is here\n\nOur three new bikes are in the shop window.',
});

/** The mail of the example: cannot be taken back. */
export const email: StepForTest = step(
  'email',
  {
    title: 'Email',
    words: 'Email "Spring is here" to 12,400 people (newsletter-de)',
    undo: 'Cannot be undone.',
    text: 'From: Acme <hello@acme.example>\nSubject: Spring is here\nInbox line: Three new bikes\n\nHello,\n\nour three new bikes are here: https://acme.example/spring-is-here/\n\nSee you outside!',
  },
  {
    needs: ['blog'],
    reversibility: 'none',
    audience: { list: 'newsletter-de', size: 12_400, tolerance: 2, consent: 'newsletter', channel: 'email', markets: ['DE'] },
  }, // prettier-ignore
);

/** The ads of the example. */
export const ads: StepForTest = step(
  'ads',
  {
    title: 'Search ads',
    words: 'Search ads, 40.00 EUR a day, at most 400.00 EUR',
    undo: 'Can be paused; clicks stay paid.',
    text: 'Spring is here | Three new bikes\nTry one for a weekend.\nacme.example',
  },
  {
    needs: ['blog'],
    reversibility: 'stop-further',
    spend: { total: { minor: 40_000, currency: 'EUR' }, daily: { minor: 4000, currency: 'EUR' } },
  },
);
