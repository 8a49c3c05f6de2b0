import type { ForgeAddress } from '../../../core/forge.ts';
import type { Result } from '../../../core/result.ts';
import type { Need } from '../permissions.ts';

/** One thing asked of a forge. */
export interface Question {
  /** Method and path as the forge documents them, such as `GET /repos/{owner}/{repo}/pulls/{number}`. */
  readonly route: string;
  /** Beside owner and repo: values of the path, the query of a GET, else the body. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** For messages, as a noun: "the reviews of pull request 12". */
  readonly what: string;
  readonly need: Need;
  /** Statuses from 400 that are an answer here and no problem. */
  readonly allow?: readonly number[];
  /** A question that is sent by POST and changes nothing. */
  readonly reads?: boolean;
}

/** What came back. The data is of strangers: nothing about its shape is known. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** An exchange with the forge: a reply of any status, or none. `sent` is false where it certainly did not arrive. */
export type Exchange =
  | ({ readonly is: 'reply' } & Reply)
  | { readonly is: 'no-reply'; readonly why: string; readonly sent: boolean };

/** The way to one repository of one forge, with retries, limits and words for problems. */
export interface ForgeClient {
  readonly address: ForgeAddress;
  /** Asks, and again where that is safe. */
  ask(question: Question): Promise<Result<Reply>>;
  /** Between two looks at something that the forge learns late. */
  wait(milliseconds: number): Promise<void>;
  readonly requests: number;
}

/** What tests replace, and time-outs. */
export interface ForgeOptions {
  /** One request with its whole answer, in milliseconds; 15 seconds. */
  readonly timeout?: number;
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}
