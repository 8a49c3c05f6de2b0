import type { ErrorCode, YAMLParseError } from 'yaml';

/** What the parser's error codes mean to somebody who does not know YAML: problem and advice. */
const words: Partial<Record<ErrorCode, readonly [string, string]>> = {
  BAD_INDENT: [
    'The indentation does not fit the lines around it.',
    'Indent with two spaces for each level, and keys of one level equally.',
  ],
  BAD_SCALAR_START: ['A text may not start with this character.', 'Put the text in quotes: "...".'],
  BAD_DQ_ESCAPE: [
    'A backslash starts a code that YAML does not know.',
    'Write \\\\ for a backslash, or use single quotes.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'There is a second ": " in this line.',
    'Put the text after the first ": " in quotes: key: "text: more text".',
  ],
  BLOCK_IN_FLOW: [
    'Inside { } and [ ] everything is separated by commas.',
    'Put the text in quotes, or write one key per line without braces.',
  ],
  KEY_OVER_1024_CHARS: ['A key is longer than 1,024 characters.', 'Check that a quote or a line break is not missing.'],
  MISSING_CHAR: [
    'A bracket, brace, comma, colon or quote is missing.',
    'Look at this place and just before it; write "key: value" with a space after the colon.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'This line should be "key: value", but there is no colon.',
    'Add the colon, indent the line further, or put the text above in quotes.',
  ],
  TAB_AS_INDENT: ['A tab stands where spaces must.', 'Use two spaces for each level.'],
  UNEXPECTED_TOKEN: ['Something here does not belong here.', 'Put the text in quotes: "...".'],
};

/** Problem and advice in plain words. */
export function syntaxWords({ code: given, message }: Pick<YAMLParseError, 'code' | 'message'>): {
  readonly problem: string;
  readonly advice: string;
} {
  // The parser calls a list that never ends badly indented.
  const code = message.includes('and end with a') ? 'MISSING_CHAR' : given;
  const [problem, advice] = words[code] ?? [
    'This is not valid YAML.',
    'Put texts with special characters in quotes: "...".',
  ];
  return { problem, advice };
}
