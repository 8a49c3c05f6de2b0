/* Generated from src/connectors/slack/actions/post-message.schema.json by `npm run generate`; do not edit. */
import type { Content } from '../../../core/contract.ts';

/**
 * Posts a message in a Slack channel.
 */
export interface Input {
  /**
   * Id of the channel: in Slack, open the channel's details; it stands at the bottom. Names can change, ids cannot.
   */
  channel: string;
  /**
   * Text of the message: a file beside the manifest, or inline.
   */
  content: Content;
  /**
   * Whether Slack shows a preview of the pages that the message links to.
   */
  'link-previews'?: boolean;
}
