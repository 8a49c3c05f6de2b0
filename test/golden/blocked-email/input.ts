import type { CheckReport } from '../../../src/check/types.ts';
import { checked, noUnsubscribe, plan, report } from '../report-for-test.ts';
import { ads, blog, email } from '../steps-for-test.ts';

/** The example of the design: one problem, one approval missing. */
export const input: CheckReport = report([
  checked(plan([blog, ads, email], undefined, { risk: 'high', 'risk-reasons': ['more than 10,000 people', 'spends up to 400.00 EUR'] }), {
    findings: [
      noUnsubscribe,
      { code: 'score/long-sentences', severity: 'suggest', message: 'Two sentences are long.', hint: 'Cut them in two.', file: 'executions/acme/2027-03/spring/email.md', line: 12 },
    ],
    proposedBy: 'Dana Koch',
    reserved: [{ minor: 260_000, currency: 'EUR' }],
    approvals: {
      missing: [{ rule: 'Legal', whoCan: ['Tom Berg', 'Aylin Kaya'] }],
      counted: [{ who: 'Ines Roth', trust: 'signed', at: '2027-02-21T14:02:00Z' }],
      ignored: [{ who: 'Dana Koch', why: 'wrote part of it. Someone else must approve.' }],
    },
    scores: [
      {
        step: 'email', kind: 'email', file: 'executions/acme/2027-03/spring/email.md',
        scores: { formality: null, energy: null, humor: null, authority: null, readability: { grade: 4.2, ease: 82.1 }, clickbait: null, spam: null, quality: null },
        details: [{ scorer: 'readability', rubric: 'flesch-1', evidence: ['9.3 words a sentence'], improve: [] }],
      },
    ],
  }),
]); // prettier-ignore
