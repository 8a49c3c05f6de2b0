/** One deviation from a schema, as the generated validators report it. */
export interface SchemaProblem {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  /** What was violated: `type`, `required`, `additionalProperties`, `pattern`, ... */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The part of the schema, with its description and examples; only for files that people write. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

/** A generated validator: true where the value fits, else `errors` lists every problem. Changes nothing in the value. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaProblem[] | null;
}
