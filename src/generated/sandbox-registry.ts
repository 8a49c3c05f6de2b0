/* Generated from the folders by `npm run generate`; do not edit. */

/** The stand-in of every platform, by its id. */
export const sandboxParts = {
  'google-ads': async () => (await import('../connectors/google-ads/sandbox.ts')).sandbox,
  'sendgrid': async () => (await import('../connectors/sendgrid/sandbox.ts')).sandbox,
  'slack': async () => (await import('../connectors/slack/sandbox.ts')).sandbox,
  'wordpress': async () => (await import('../connectors/wordpress/sandbox.ts')).sandbox,
};
