/* Generated from the folders by `npm run generate`; do not edit. */
import type { Connector } from '../core/contract.ts';
import type { RegisteredAction } from '../core/registry.ts';

/** Every platform, by id. */
export const connectors: Readonly<Record<string, () => Promise<Connector>>> = {};

/** Everything that a step can use, by `<connector>/<action>`. */
export const actions: Readonly<Record<string, RegisteredAction>> = {};
