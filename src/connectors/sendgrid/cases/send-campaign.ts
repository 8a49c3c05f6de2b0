import type { ActionCase } from '../../../core/action-case.ts';
import type { Input } from '../../../generated/types/actions/sendgrid.send-campaign.ts';

const place = { file: 'executions/acme/2027-03/spring/email.md', line: 1, column: 1 };
const list = 'f2fe66a1-43f3-4e3a-87b1-c6a600d805f0';

/** Examples for the conformance suite. */
export const cases: readonly ActionCase<Input>[] = [
  {
    name: 'with a preheader and a way to leave',
    input: {
      subject: 'Spring is here & so are <three> bikes',
      preheader: 'Take one home over the weekend',
      content: {
        format: 'markdown',
        text: 'Hello, our three new bikes are waiting for you in the window.\n\n[Unsubscribe]({{{unsubscribe}}})',
        place,
      },
      audience: { list: 'newsletter-de', size: 12_400, consent: 'newsletter-double-opt-in' },
    },
    connection: {
      account: 'acme',
      settings: { 'sender-id': '4093127', 'suppression-group-id': '21044', 'list-newsletter-de': list },
    },
    scene: [{ method: 'POST', path: '/_sandbox/sendgrid/lists', json: { id: list, count: 12_390 } }],
    words: [
      'Spring is here & so are <three> bikes',
      'Hello, our three new bikes are waiting for you in the window.',
    ],
    effects: [
      ['create-single-send', 'inert'],
      ['schedule', 'live'],
    ],
    stays: ['schedule'],
  },
  {
    name: 'as a page with pictures of a server',
    input: {
      subject: 'Spring is here',
      content: {
        format: 'html',
        text: '<html><body style="background: url(https://www.acme.example/b.png)"><p>Three bikes in the window.</p><img src="https://www.acme.example/bikes.png" alt="Three bikes"><a href="{{{unsubscribe}}}">Leave</a></body></html>',
        place: { ...place, file: 'executions/acme/2027-03/spring/email.html' },
      },
      audience: { list, size: 12_400, consent: 'newsletter-double-opt-in', markets: ['DE'], tolerance: 5 },
    },
    connection: { account: 'acme', settings: { 'sender-id': '4093127', 'suppression-group-id': '21044' } },
    scene: [{ method: 'POST', path: '/_sandbox/sendgrid/lists', json: { id: list, count: 12_390 } }],
    words: ['Spring is here', 'Three bikes in the window.'],
    effects: [
      ['create-single-send', 'inert'],
      ['schedule', 'live'],
    ],
    stays: ['schedule'],
  },
];
