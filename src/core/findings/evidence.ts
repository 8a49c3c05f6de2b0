// Codes of the area: evidence. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const evidenceFindings = {
  'evidence/unknown': define<{
    name: string;
    brand: string;
    known: readonly string[];
    nearest: string | undefined;
  }>({
    severity: 'block',
    explanation:
      'An audience or a claim names a record that the brand does not have (on the default branch, or added by this proposal).',
    message: ({ name, brand }) => `The brand "${brand}" has no record called "${name}".`,
    hint: ({ name, brand, nearest }) =>
      nearest === undefined
        ? `Add brands/${brand}/evidence/${name}.yaml.`
        : `Did you mean "${nearest}"? Else add brands/${brand}/evidence/${name}.yaml.`,
  }),
  'evidence/new': define<{ name: string; file: string }>({
    severity: 'warn',
    explanation: 'A proposal may bring the record that it relies on. Whoever approves it vouches for the record too.',
    message: ({ name }) => `The record "${name}" is new in this proposal.`,
    hint: ({ file }) => `Look at ${file} before you approve.`,
  }),
  'evidence/changed': define<{ name: string; file: string }>({
    severity: 'warn',
    explanation:
      'A record that the execution relies on is changed by the same proposal; what counts is the record on the default branch.',
    message: ({ name }) => `This proposal changes the record "${name}"; the one on the default branch counts.`,
    hint: ({ file }) => `Have the change to ${file} merged first, or add a new record beside it.`,
  }),
};
