// Codes of the area: schema. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

/** What belongs at a place, from the schema. */
interface Expected {
  /** The key, or "this file". */
  readonly name: string;
  /** What it is for; may be empty. */
  readonly description: string;
  /** As YAML on one line; may be empty. */
  readonly example: string;
}

const advise = ({ name, description, example }: Expected): string =>
  [example === '' ? '' : `For example: ${name === '' ? '' : `${name}: `}${example}`, description]
    .filter((part) => part !== '')
    .join(' - ');

export const schemaFindings = {
  'schema/unknown-key': define<{ key: string; nearest: string | undefined; known: readonly string[] }>({
    severity: 'block',
    explanation: 'A key that the format does not know, most often a typing mistake. It would be ignored silently.',
    message: ({ key }) => `The key "${key}" is not known here.`,
    hint: ({ nearest, known }) =>
      nearest !== undefined
        ? `Did you mean "${nearest}"?`
        : known.length === 0
          ? 'Remove it: there are no keys here.'
          : `Known here: ${known.join(', ')}.`,
  }),
  'schema/missing-key': define<Expected>({
    severity: 'block',
    explanation: 'A key that the format requires is missing.',
    message: ({ name }) => `The key "${name}" is missing.`,
    hint: (expected) => `Add it. ${advise(expected)}`,
  }),
  'schema/wrong-type': define<Expected & { readonly wanted: string; readonly given: string }>({
    severity: 'block',
    explanation: 'The value is of another kind than the format wants, such as a text where a number belongs.',
    message: ({ name, wanted, given }) =>
      `${name === '' ? 'This value' : `"${name}"`} must be ${wanted}, not ${given}.`,
    hint: (expected) => advise(expected) || 'Compare with the examples in schemas/.',
  }),
  'schema/wrong-form': define<Expected & { readonly value: string; readonly form: string }>({
    severity: 'block',
    explanation: 'The text does not have the form that the format wants.',
    message: ({ name, value, form }) =>
      `"${value}" cannot stand ${name === '' ? 'here' : `in "${name}"`}${form === '' ? '' : `: ${form}`}.`,
    hint: (expected) => advise(expected) || 'Compare with the examples in schemas/.',
  }),
  'schema/unknown-choice': define<{
    name: string;
    value: string;
    choices: readonly string[];
    nearest: string | undefined;
  }>({
    severity: 'block',
    explanation: 'Only certain words can stand here.',
    message: ({ name, value }) => `"${value}" is no choice for ${name === '' ? 'this value' : `"${name}"`}.`,
    hint: ({ choices, nearest }) =>
      nearest === undefined
        ? `Write one of: ${choices.join(', ')}.`
        : `Did you mean "${nearest}"? Choices: ${choices.join(', ')}.`,
  }),
  'schema/out-of-range': define<Expected & { readonly value: string; readonly bound: string }>({
    severity: 'block',
    explanation: 'A number, a text or a list is larger or smaller than the format allows.',
    message: ({ name, value, bound }) => `${name === '' ? 'This value' : `"${name}"`} is ${value}; ${bound}.`,
    hint: (expected) => advise(expected) || 'Shorten or extend it.',
  }),
  'schema/repeated-item': define<{ name: string; value: string }>({
    severity: 'block',
    explanation: 'A list names the same thing twice.',
    message: ({ name, value }) => `"${name}" names ${value} twice.`,
    hint: () => 'Remove one of them.',
  }),
  'schema/other': define<{ name: string; rule: string }>({
    severity: 'block',
    explanation: 'The value breaks a rule of the format.',
    message: ({ name, rule }) => `${name === '' ? 'This value' : `"${name}"`} breaks the rule "${rule}" of the format.`,
    hint: () => 'Compare with the examples in schemas/.',
  }),
};
