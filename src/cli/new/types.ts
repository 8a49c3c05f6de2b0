import type { Money } from '../../core/money.ts';

/** What a template must know of the brand and of the execution to write. */
export interface TemplateFacts {
  readonly brand: string;
  readonly brandName: string;
  /** Folder name of the execution. */
  readonly name: string;
  /** The same for people. */
  readonly title: string;
  readonly address: string;
  /** A list whose people agreed, by its consent record; null where the brand has no record. */
  readonly audience: { readonly consent: string; readonly list: string; readonly size: number } | null;
  /** What the ads may cost in all, and on one day. */
  readonly budget: { readonly daily: Money; readonly total: Money };
  /** Where the brand's website is, such as `https://www.acme.example`. */
  readonly website: string;
  /** Whether a post comes before, to link to. */
  readonly hasBlog: boolean;
}

/** One step of a new execution with the file that holds its text. */
export interface Part {
  /** Platform that the step needs; the connection to it is looked up. */
  readonly platform: string;
  /** File beside the manifest. */
  readonly file: string;
  /** What stands in it, for the list of files. */
  readonly words: string;
  content(facts: TemplateFacts): string;
  /** The step in YAML, indented below its id; `connection` is filled in. */
  step(facts: TemplateFacts, connection: string): string;
}
