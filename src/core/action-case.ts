/** One example of an action for the conformance suite: what goes in, and what the world must look like afterwards. */
export interface ActionCase<Input = unknown> {
  /** What is special about it, such as `with an image`. */
  readonly name: string;
  /** As the action receives it, with content and media in place of their paths. */
  readonly input: Input;
  /** Entry of connections.yaml; the platform and its secrets are filled in. */
  readonly connection: {
    readonly account?: string;
    readonly 'base-url'?: string;
    readonly settings?: Readonly<Record<string, string>>;
  };
  /** Bytes of media files, as base64 by their SHA-256. */
  readonly files?: Readonly<Record<string, string>>;
  /** Calls to the sandbox that set the scene: what the platform holds before. */
  readonly scene?: readonly {
    readonly method: string;
    readonly path: string;
    readonly json: unknown;
  }[];
  /** What readers get to see, and so must stand in the preview word for word. */
  readonly words: readonly string[];
  /** What the step adds to the sandbox's list of effects, in order: operation and effect. */
  readonly effects: readonly (readonly [operation: string, effect: 'inert' | 'live' | 'spend'])[];
  /** Answers that are strange elsewhere and documented here, by their name in the suite, such as `200 with a list`. */
  readonly documented?: readonly string[];
  /** Operations of that list that an undo leaves as they are. */
  readonly stays?: readonly string[];
}
