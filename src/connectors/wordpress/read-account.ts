import type { Connector } from '../../core/contract.ts';
import { finding } from '../../core/finding.ts';
import { failure, success } from '../../core/result.ts';
import { at, readJson, textAt, whyNot } from '../answer.ts';
import { platform } from './read-failure.ts';

/** What the actions need; the role Editor has it all. Without `edit_others_posts` look-ups do not see other people's drafts. */
const needed = [
  'edit_others_posts',
  'edit_pages',
  'edit_published_posts',
  'manage_categories',
  'publish_posts',
  'upload_files',
];

/**
 * Asks who we are. WordPress takes a wrong password for "nobody" and goes on answering public questions, so that only
 * this look-up tells.
 */
export const readAccount: Connector['preflight'] = async (read, { account, origin }) => {
  const answer = await read.get('/wp-json/wp/v2/users/me', { context: 'edit' });
  if (answer.is !== 'answer' || answer.status >= 500 || answer.status === 429)
    return failure([finding('platform/unreachable', { platform, why: whyNot(answer, platform) })]);
  if (answer.status === 401) return failure([finding('platform/wrong-credentials', { platform, account })]);
  const json = readJson(answer);
  if (answer.status !== 200 || textAt(json, 'id') === '')
    return failure([finding('platform/blocked-by-site', { origin, status: answer.status })]);
  const missing = needed.filter((name) => at(json, 'capabilities', name) !== true);
  if (missing.length > 0) {
    const rights = `it needs the role Editor, and lacks ${missing.join(', ')}`;
    return failure([finding('platform/missing-permission', { platform, account, needed: rights })]);
  }
  return success({ user: textAt(json, 'username') || textAt(json, 'slug') });
};
