import { json, textOf, type SandboxAnswer, type SandboxRequest, type Store } from '../../../sandbox/kit/index.ts';
import { argument, fail, find } from './message.ts';

/** What is known of a channel. */
export function channelInfo(request: SandboxRequest): SandboxAnswer {
  const id = textOf(argument(request, 'channel'));
  if (id === '') return fail('channel_not_found');
  return json(200, {
    ok: true,
    channel: {
      id,
      name: id.toLowerCase(),
      is_channel: true,
      is_archived: false,
      is_member: true,
      num_members: 12,
    },
  });
}

/** The address of a message. */
export function permalink(request: SandboxRequest, store: Store): SandboxAnswer {
  const message = find(request, store, 'message_ts');
  if (message === undefined) return fail('message_not_found');
  const link = `${request.origin}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  return json(200, { ok: true, channel: message.channel, permalink: link });
}

/** `POST /_sandbox/slack/workspace {id}`: whose token it is. Untold it stands for every workspace and names none. */
export function setWorkspace({ fields }: SandboxRequest, store: Store): SandboxAnswer {
  const id = textOf(fields['id']);
  if (!/^[TE][A-Z0-9]+$/.test(id)) return json(400, { version: 1, message: 'id begins with T or E' });
  store.collection('workspaces').put('own', id);
  return json(201, { version: 1, id });
}

/** Whose token it is. */
export function account({ origin }: SandboxRequest, store: Store): SandboxAnswer {
  const id = store.collection('workspaces').get('own');
  return json(200, {
    ok: true,
    url: `${origin}/`,
    team: 'Sandbox',
    user: 'mergecast',
    ...(id !== undefined && { team_id: id }),
    user_id: 'U0SANDBOX',
    bot_id: 'B0SANDBOX',
    is_enterprise_install: false,
  });
}
