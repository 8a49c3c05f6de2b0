// Codes of the area: brand. Codes are permanent: never rename or reuse one.
import { define } from './define.ts';

export const brandFindings = {
  'brand/unknown': define<{ slug: string; known: readonly string[]; nearest: string | undefined }>({
    severity: 'block',
    explanation: 'There is no folder of that brand under brands/ (as it stands on the default branch).',
    message: ({ slug }) => `There is no brand "${slug}".`,
    hint: ({ known, nearest, slug }) =>
      nearest !== undefined
        ? `Did you mean "${nearest}"? Known: ${known.join(', ')}.`
        : known.length === 0
          ? `Add brands/${slug}/profile.yaml; \`mergecast init\` writes one.`
          : `Known: ${known.join(', ')}.`,
  }),
  'brand/no-profile': define<{ slug: string }>({
    severity: 'block',
    explanation:
      'The profile says who the brand is, where it sells and what it may spend. Without it nothing can be judged.',
    message: ({ slug }) => `The brand "${slug}" has neither profile.yaml nor profile.json.`,
    hint: ({ slug }) => `Add brands/${slug}/profile.yaml with at least \`brand_name: ...\`.`,
  }),
  'brand/two-profiles': define<{ slug: string }>({
    severity: 'block',
    explanation: 'With two profiles nobody knows which one decides.',
    message: ({ slug }) => `The brand "${slug}" has both profile.yaml and profile.json.`,
    hint: () => 'Keep one of them.',
  }),
  'brand/same-name': define<{ name: string; other: string }>({
    severity: 'block',
    explanation:
      'Two files of a brand have the same name with different endings, so that nobody knows which one counts.',
    message: ({ name, other }) => `"${name}" is also the name of ${other}.`,
    hint: () => 'Rename or delete one of them.',
  }),
  'brand/ambiguous-budget': define<{ text: string; why: string }>({
    severity: 'block',
    explanation:
      'The monthly ceiling is read from `goals.budget_range`: the upper end of the range. "$" is USD unless all target markets share another dollar. What can be read in two ways is not guessed.',
    message: ({ text, why }) => `The monthly ceiling cannot be read from "${text}": ${why}.`,
    hint: () => 'Write the range with its currency, such as 5,000-10,000 EUR/month.',
  }),
  'brand/ignored-file': define<{ file: string }>({
    severity: 'warn',
    explanation: 'A file of a brand has a name or an ending that is not read.',
    message: ({ file }) => `${file} is not read.`,
    hint: () =>
      'Read are profile.yaml or profile.json, connections.yaml, evidence/*.yaml, campaigns/*.yaml and guidelines/*.md. Rename the file, or move it elsewhere.',
  }),
};
