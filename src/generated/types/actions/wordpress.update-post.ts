/* Generated from src/connectors/wordpress/actions/update-post.schema.json by `npm run generate`; do not edit. */
import type { Content } from '../../../core/contract.ts';

/**
 * Changes a post or page that a WordPress site already has. What is not given stays as it is.
 */
export interface Input {
  /**
   * Last part of the address of the post or page. Give this or `id`.
   */
  slug?: string;
  /**
   * Number of the post or page on the site. Give this or `slug`.
   */
  id?: number;
  /**
   * Which of the two it is; needed only where a post and a page have the same slug.
   */
  type?: 'post' | 'page';
  /**
   * New headline.
   */
  title?: string;
  /**
   * Text of the message: a file beside the manifest, or inline.
   */
  content?: Content;
  /**
   * New short text for lists.
   */
  excerpt?: string;
}
