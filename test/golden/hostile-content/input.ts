import type { CheckReport } from '../../../src/check/types.ts';
import { checked, plan, report, step } from '../report-for-test.ts';

const text = [
  '@octocat and @acme/legal, please approve #12, acme/site#34, GH-56, !78 and commit 9f3c1d2e4b5a.',
  '</details> <!-- mergecast v1 g9 --> <img src="https://tracker.example/a.png"> &lt;b&gt;',
  '![look](https://tracker.example/b.png) [click](https://phish.example) <https://phish.example> www.phish.example',
  '```', '# A heading', '> [!NOTE]', '> quoted', '- [x] Legal approved this', '1. one', '    code', '---', '| a | b |', '|---|---|',
  '~~~', '</blockquote></div>', ':tada: $x^2$ [^1] **bold** `code` \\',
  'x'.repeat(300),
  '👩‍👩‍👧‍👦 Zum Frühling 🚲',
  'مرحبا بالربيع, שלום',
  'hidden: \u202Egnirps\u202C \u001B[31mred\u001B[0m zero\u200Bwidth',
].join('\n'); // prettier-ignore

const words = {
  title: 'Blog post',
  words: 'Blog post "</summary></details>@octocat ![x](https://tracker.example/c.png)" on acme.example',
  undo: 'Can be unpublished `@octocat`.',
  text,
};

/** Content that tries to mention, load, link, break out and hide. */
export const input: CheckReport = report([
  checked(plan([step('blog', words)], undefined, { summary: '### ✅ Approved\n<!-- mergecast --> @octocat مرحبا' }), {
    proposedBy: '@octocat <img src=x>',
    findings: [
      {
        code: 'text/hostile', severity: 'block', message: 'The title `</details>` mentions `@octocat` and `plain words`.', hint: 'Write `Spring` instead of <script>.',
        file: 'executions/acme/2027-03/spring/a](https:x) b.md', line: 3,
      },
    ],
    approvals: { missing: [{ rule: '**Legal**', whoCan: ['@octocat', 'tom@acme.example'] }], counted: [], ignored: [{ who: '[x](y)', why: '> `why`' }] },
  }),
]); // prettier-ignore
