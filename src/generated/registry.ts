/* Generated from the folders by `npm run generate`; do not edit. */
import type { Connector } from '../core/contract.ts';
import type { RegisteredAction } from '../core/registry.ts';
import type { Rule } from '../core/rule.ts';
import type { Scorer } from '../core/scorer.ts';

/** Every platform, by id. */
export const connectors: Readonly<Record<string, () => Promise<Connector>>> = {
  'google-ads': async () => (await import('../connectors/google-ads/index.ts')).connector,
  'sendgrid': async () => (await import('../connectors/sendgrid/index.ts')).connector,
  'slack': async () => (await import('../connectors/slack/index.ts')).connector,
  'wordpress': async () => (await import('../connectors/wordpress/index.ts')).connector,
};

/** Everything that a step can use, by `<connector>/<action>`. */
export const actions: Readonly<Record<string, RegisteredAction>> = {
  'google-ads/launch-search-campaign': {
    load: async () => (await import('../connectors/google-ads/actions/launch-search-campaign.ts')).action,
    references: [{ pointer: '/ads', as: 'data' }],
    validate: async () => (await import('./validators/google-ads.launch-search-campaign.js')).default,
  },
  'sendgrid/send-campaign': {
    load: async () => (await import('../connectors/sendgrid/actions/send-campaign.ts')).action,
    references: [{ pointer: '/content', as: 'content' }],
    validate: async () => (await import('./validators/sendgrid.send-campaign.js')).default,
  },
  'slack/post-message': {
    load: async () => (await import('../connectors/slack/actions/post-message.ts')).action,
    references: [{ pointer: '/content', as: 'content' }],
    validate: async () => (await import('./validators/slack.post-message.js')).default,
  },
  'wordpress/publish-post': {
    load: async () => (await import('../connectors/wordpress/actions/publish-post.ts')).action,
    references: [{ pointer: '/content', as: 'content' }, { pointer: '/image/file', as: 'media' }],
    validate: async () => (await import('./validators/wordpress.publish-post.js')).default,
  },
  'wordpress/update-post': {
    load: async () => (await import('../connectors/wordpress/actions/update-post.ts')).action,
    references: [{ pointer: '/content', as: 'content' }],
    validate: async () => (await import('./validators/wordpress.update-post.js')).default,
  },
};

/** Every rule, by `<pack>/<rule>`. */
export const rules: Readonly<Record<string, () => Promise<Rule>>> = {
  'email/unsubscribe-link': async () => (await import('../rules/email/unsubscribe-link.ts')).rule,
};

/** Every scorer, by name. */
export const scorers: Readonly<Record<string, () => Promise<Scorer>>> = {
  'authority': async () => (await import('../scorers/authority.ts')).scorer,
  'clickbait': async () => (await import('../scorers/clickbait.ts')).scorer,
  'energy': async () => (await import('../scorers/energy.ts')).scorer,
  'formality': async () => (await import('../scorers/formality.ts')).scorer,
  'humor': async () => (await import('../scorers/humor.ts')).scorer,
  'readability': async () => (await import('../scorers/readability.ts')).scorer,
  'spam': async () => (await import('../scorers/spam.ts')).scorer,
};
