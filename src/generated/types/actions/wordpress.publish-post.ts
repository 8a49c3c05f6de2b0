/* Generated from src/connectors/wordpress/actions/publish-post.schema.json by `npm run generate`; do not edit. */
import type { Content, Media } from '../../../core/contract.ts';

/**
 * Publishes a new post on a WordPress site: first a complete draft, then in public.
 */
export interface Input {
  /**
   * Headline of the post.
   */
  title: string;
  /**
   * Last part of the address: lower-case letters, digits and single hyphens, not digits alone. It must be free on the site.
   */
  slug: string;
  /**
   * Text of the message: a file beside the manifest, or inline.
   */
  content: Content;
  /**
   * Short text for lists of posts; without it WordPress takes the beginning of the content.
   */
  excerpt?: string;
  /**
   * Names of categories; those that the site does not have are made. Without any, the site's default category is used.
   *
   * @maxItems 10
   *
   * Items: A category.
   */
  categories?:
    | []
    | [string]
    | [string, string]
    | [string, string, string]
    | [string, string, string, string]
    | [string, string, string, string, string]
    | [string, string, string, string, string, string]
    | [string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string];
  /**
   * Names of tags; those that the site does not have are made.
   *
   * @maxItems 20
   *
   * Items: A tag.
   */
  tags?:
    | []
    | [string]
    | [string, string]
    | [string, string, string]
    | [string, string, string, string]
    | [string, string, string, string, string]
    | [string, string, string, string, string, string]
    | [string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string, string]
    | [string, string, string, string, string, string, string, string, string, string, string, string, string, string]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ]
    | [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string
      ];
  /**
   * An image beside the manifest.
   */
  image?: {
    /**
     * Path from the manifest.
     */
    file: Media;
    /**
     * What the image shows, for people who cannot see it.
     */
    alt: string;
  };
}
