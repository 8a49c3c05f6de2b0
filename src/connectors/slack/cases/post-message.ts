import type { ActionCase } from '../../../core/action-case.ts';
import type { Input } from '../../../generated/types/actions/slack.post-message.ts';

const place = { file: 'executions/acme/2027-03/note/note.md', line: 1, column: 1 };

/** Examples for the conformance suite. */
export const cases: readonly ActionCase<Input>[] = [
  {
    name: 'with signs that Slack would read as its own',
    input: {
      channel: 'C0123456789',
      content: {
        format: 'markdown',
        text: '**Spring** starts <!channel> at nine & ends never.\n\n[All three bikes](https://www.acme.example/spring/)',
        place,
      },
    },
    connection: { account: 'T0123456789' },
    words: ['Spring', 'starts <!channel> at nine & ends never.', 'All three bikes', 'https://www.acme.example/spring/'],
    effects: [['post', 'live']],
  },
];
