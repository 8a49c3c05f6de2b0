/* Generated from the folders by `npm run generate`; do not edit. */

/** The stand-in of every platform, by its id. */
export const sandboxParts = {
  'slack': async () => (await import('../connectors/slack/sandbox.ts')).sandbox,
  'wordpress': async () => (await import('../connectors/wordpress/sandbox.ts')).sandbox,
};
