/* Generated from src/connectors/sendgrid/actions/send-campaign.schema.json by `npm run generate`; do not edit. */
import type { Content } from '../../../core/contract.ts';

/**
 * Sends an e-mail to a list in SendGrid. It cannot be taken back.
 */
export interface Input {
  /**
   * Subject line.
   */
  subject: string;
  /**
   * What mailboxes show behind the subject.
   */
  preheader?: string;
  /**
   * Text of the message: a file beside the manifest, or inline.
   */
  content: Content;
  /**
   * Who receives it. Stated here, measured again before it is sent.
   */
  audience: {
    /**
     * List on the platform.
     */
    list: string;
    /**
     * People on the list.
     */
    size: number;
    /**
     * Consent record: file name in `evidence/`, without ending.
     */
    consent: string;
    /**
     * Where they live, if not everywhere the brand sells.
     *
     * Items: Country or region.
     */
    markets?: string[];
    /**
     * Per cent by which the live size may differ.
     */
    tolerance?: number;
  };
}
