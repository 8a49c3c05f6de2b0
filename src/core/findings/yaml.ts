// Codes of the area: yaml. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

const plain = (thing: string) => `mergecast reads plain YAML only: what a reviewer sees is all there is. ${thing}`;

export const yamlFindings = {
  'yaml/syntax': define<{ problem: string; advice: string }>({
    severity: 'block',
    explanation: 'The file cannot be read as YAML.',
    message: ({ problem }) => problem,
    hint: ({ advice }) => advice,
  }),
  'yaml/not-json': define({
    severity: 'block',
    explanation: 'A file that ends in .json is not JSON.',
    message: () => 'This file is not valid JSON.',
    hint: () => 'Look for a missing or extra comma or quote at this place, or rename the file to .yaml.',
  }),
  'yaml/empty': define({
    severity: 'block',
    explanation: 'The file holds nothing but comments or spaces.',
    message: () => 'The file is empty.',
    hint: () => 'Start from a file that `mergecast new` or `mergecast init` writes.',
  }),
  'yaml/not-a-mapping': define({
    severity: 'block',
    explanation: 'The file holds a list or a single value where keys and values belong.',
    message: () => 'The file must consist of keys and values.',
    hint: () => 'Write "key: value" lines.',
  }),
  'yaml/too-large': define<{ maximum: string }>({
    severity: 'block',
    explanation: 'The file is larger than a person reviews.',
    message: ({ maximum }) => `The file is larger than ${maximum}.`,
    hint: () => 'Shorten it, or move long text into files of its own.',
  }),
  'yaml/too-many-nodes': define<{ maximum: number }>({
    severity: 'block',
    explanation: 'The file has more keys and values than a person reviews.',
    message: ({ maximum }) => `The file has more than ${maximum} lines, keys or values.`,
    hint: () => 'Split it into several executions.',
  }),
  'yaml/too-deep': define<{ maximum: number }>({
    severity: 'block',
    explanation: 'Values are nested deeper than any format here needs.',
    message: ({ maximum }) => `Values are nested more than ${maximum} levels deep.`,
    hint: () => 'Remove the extra brackets or indentation.',
  }),
  'yaml/anchor': define<{ source: string }>({
    severity: 'block',
    explanation: 'Anchors make a value appear somewhere else, where no reviewer sees it.',
    message: ({ source }) => `"${source}" is a YAML anchor.`,
    hint: () =>
      plain('Remove it, and write the value out where it is needed; if the text starts with "&", put it in quotes.'),
  }),
  'yaml/alias': define<{ source: string }>({
    severity: 'block',
    explanation: 'Aliases repeat a value from elsewhere, up to billions of times.',
    message: ({ source }) => `"${source}" is a YAML alias.`,
    hint: () => plain('Write the value out; if the text starts with "*", put it in quotes.'),
  }),
  'yaml/tag': define<{ source: string }>({
    severity: 'block',
    explanation: 'Tags change how a value is read.',
    message: ({ source }) => `"${source}" is a YAML tag.`,
    hint: () => plain('Remove it; if the text starts with "!", put it in quotes.'),
  }),
  'yaml/directive': define<{ source: string }>({
    severity: 'block',
    explanation: 'A directive such as %YAML 1.1 silently changes values: yes becomes true, 010 becomes 8.',
    message: ({ source }) => `"${source}" is a YAML directive.`,
    hint: () => plain('Delete this line.'),
  }),
  'yaml/several-documents': define({
    severity: 'block',
    explanation: 'Only the first of several documents in one file would count.',
    message: () => 'A second document starts here.',
    hint: () => 'Delete the line "---", or put the second document into a file of its own.',
  }),
  'yaml/duplicate-key': define<{ key: string; line: number }>({
    severity: 'block',
    explanation: 'The same key twice: a reviewer reads one value and the other is used.',
    message: ({ key, line }) => `The key "${key}" appears twice; the first is in line ${line}.`,
    hint: () => 'Keep one of them.',
  }),
  'yaml/non-string-key': define<{ key: string }>({
    severity: 'block',
    explanation: 'A key that is no text, such as a number: 1 and "1" would be the same.',
    message: ({ key }) => `The key ${key} is not text.`,
    hint: ({ key }) => `Put it in quotes: "${key}".`,
  }),
  'yaml/merge-key': define({
    severity: 'block',
    explanation: 'A merge key copies values from elsewhere, where no reviewer sees them.',
    message: () => '"<<" is a YAML merge key.',
    hint: () => plain('Write the values out.'),
  }),
  'yaml/forbidden-key': define<{ key: string }>({
    severity: 'block',
    explanation: 'Keys such as __proto__ have a meaning inside programs and are used for attacks.',
    message: ({ key }) => `The key "${key}" is not allowed.`,
    hint: () => 'Choose another name.',
  }),
  'yaml/unsafe-number': define<{ source: string }>({
    severity: 'block',
    explanation:
      'A number that is read as another one: too many digits, a leading zero, .inf, .nan, hexadecimal or an exponent.',
    message: ({ source }) => `The number ${source} would be read differently from how it is written.`,
    hint: ({ source }) => `Write it in plain decimals, or in quotes if it is a code or a text: "${source}".`,
  }),
  'yaml/tab': define({
    severity: 'block',
    explanation: 'YAML does not allow tabs for indentation.',
    message: () => 'This line is indented with a tab.',
    hint: () => 'Use two spaces for each level.',
  }),
  'yaml/unquoted-expression': define<{ expression: string }>({
    severity: 'block',
    explanation: 'Inside { } and [ ], YAML reads the braces of ${{ ... }} as its own.',
    message: ({ expression }) => `${expression} must stand in quotes inside { } or [ ].`,
    hint: ({ expression }) => `Write "${expression}".`,
  }),
};
