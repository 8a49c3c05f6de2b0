/** What a text is; decides which measures mean something for it. */
export const textKinds = [
  'blog',
  'page',
  'email',
  'newsletter',
  'sms',
  'whatsapp',
  'social',
  'ad',
  'headline',
  'report',
  'text',
] as const;
export type TextKind = (typeof textKinds)[number];

/** A text as people read it: without markup, code and addresses. */
export interface ScoredText {
  readonly kind: TextKind;
  /** Paragraphs, list items and the like, in order. */
  readonly blocks: readonly string[];
}

/** A measure of a text, as one small file. */
export interface Scorer<Value = unknown> {
  readonly id: string;
  readonly title: string;
  /** Raised whenever equal texts get other values. */
  readonly rubric: string;
  /** Pure; says so where a text carries no signal, and never flatters it with a default. */
  score(text: ScoredText): Score<Value>;
}

/** `insufficient-evidence` is no bad mark: nothing can be said. */
export type Score<Value = unknown> =
  | {
      readonly is: 'scored';
      readonly value: Value;
      /** What the value rests on. */
      readonly evidence: readonly string[];
      /** What would make it better. */
      readonly improve: readonly string[];
    }
  | { readonly is: 'insufficient-evidence'; readonly why: string };
