import { hashOf } from '../../core/canonical.ts';
import { at } from '../answer.ts';

/**
 * SHA-256 over what recipients get and who they are, as SendGrid itself shows a draft; null where it shows none. Two of
 * them differ where somebody has edited the draft between.
 */
export function draftContent(json: unknown): string | null {
  const [mail, people] = [at(json, 'email_config'), at(json, 'send_to')];
  if (typeof at(mail, 'html_content') !== 'string') return null;
  const parts = ['subject', 'html_content', 'plain_content', 'sender_id', 'suppression_group_id'];
  const lists = ['list_ids', 'segment_ids', 'all'];
  return hashOf([parts.map((name) => at(mail, name) ?? null), lists.map((name) => at(people, name) ?? null)]);
}
