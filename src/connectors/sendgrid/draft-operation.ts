import type { AssembleContext } from '../../core/contract.ts';
import { join, marker, ofReceipt } from '../../core/template.ts';
import type { Input } from '../../generated/types/actions/sendgrid.send-campaign.ts';
import type { Operation } from '../../generated/types/plan.ts';
import { emailHtml } from './email-html.ts';
import { listId } from './list-id.ts';
import { sends } from './operations.ts';

/** The draft with everything in it; nobody receives it before it is scheduled. */
export function draftOperation(input: Input, context: AssembleContext): Operation {
  const { settings } = context.connection;
  return {
    id: 'draft',
    kind: 'create',
    phase: 'prepare',
    effect: 'inert',
    needs: [],
    // Names are not unique: the search for our marker tells whether the draft exists.
    provider: { class: 'P', lag: 'PT2S' },
    'key-at': '/name',
    request: {
      method: 'POST',
      path: sends,
      json: {
        name: join(`${shortName(input.subject)} [mergecast `, marker, ']'),
        categories: ['mergecast'],
        send_to: { list_ids: [listId(input.audience.list, context)] },
        email_config: {
          subject: context.template(input.subject, 'none'),
          html_content: emailHtml(input.content, input.preheader, context),
          plain_content: context.plain(input.content),
          generate_plain_content: false,
          editor: 'code',
          sender_id: Number(settings['sender-id']),
          suppression_group_id: Number(settings['suppression-group-id']),
        },
      },
    },
    undo: [
      {
        kind: 'delete',
        words: 'The draft is deleted.',
        request: { method: 'DELETE', path: { $parts: [`${sends}/`, ofReceipt('id', 'id', 'url-component')] } },
      },
    ],
  };
}

/** For people who look into SendGrid: 60 characters of the subject, so that our marker fits behind it. */
function shortName(subject: string): string {
  const shown = subject.replaceAll(/\$?\$\{\{[^}]*\}\}/g, '...');
  return (/^.{0,60}/u.exec(shown)?.[0] ?? '').trim();
}
