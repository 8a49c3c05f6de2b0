export type { Route, SandboxAnswer, SandboxPart, SandboxRequest } from './part.ts';
export type { Collection, Effect, Store } from './store.ts';
export { json, noContent } from './answers.ts';
export { md5Hex } from './md5.ts';
export { listOf, objectOf, textOf, textsOf } from './fields.ts';
