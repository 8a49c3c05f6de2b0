/* Generated from the folders by `npm run generate`; do not edit. */
import type { Connector } from '../core/contract.ts';
import type { RegisteredAction } from '../core/registry.ts';
import type { Rule } from '../core/rule.ts';
import type { Scorer } from '../core/scorer.ts';

/** Every platform, by id. */
export const connectors: Readonly<Record<string, () => Promise<Connector>>> = {
  'slack': async () => (await import('../connectors/slack/index.ts')).connector,
};

/** Everything that a step can use, by `<connector>/<action>`. */
export const actions: Readonly<Record<string, RegisteredAction>> = {
  'slack/post-message': {
    load: async () => (await import('../connectors/slack/actions/post-message.ts')).action,
    references: [{ pointer: '/content', as: 'content' }],
    validate: async () => (await import('./validators/slack.post-message.js')).default,
  },
};

/** Every rule, by `<pack>/<rule>`. */
export const rules: Readonly<Record<string, () => Promise<Rule>>> = {
  'email/unsubscribe-link': async () => (await import('../rules/email/unsubscribe-link.ts')).rule,
};

/** Every scorer, by name. */
export const scorers: Readonly<Record<string, () => Promise<Scorer>>> = {
  'readability': async () => (await import('../scorers/readability.ts')).scorer,
};
